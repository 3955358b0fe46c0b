/** @jest-environment node */
import { verifyToken } from '../../../../serverless-functions/src/http/verify-token';
import { TwilioFailure } from '../../../../serverless-functions/src/parking/errors';
import { codeOfRefusal } from '../parking/fake-ports';
import { fakeClock } from '../support/fake-clock';
import { sid } from '../support/fixtures';
import { CONTEXT } from './support/fake-runtime';
import { startFakeIam, type FakeIam } from './support/fake-iam';

const environment = { ...CONTEXT, PARKING_LOG: 'on' } as const;
const check = { environment, timeout: fakeClock().timeout };
const valid = { valid: true, code: 0, identity: 'ada', roles: ['agent'], worker_sid: sid('WK') };

let iam: FakeIam;
beforeEach(async () => {
  iam = await startFakeIam();
});
afterEach(() => iam.close());

const says = (body: object, status = 200) => iam.answer({ status, body: JSON.stringify(body) });

describe('a Flex token', () => {
  it('tells who calls, as Twilio says', async () => {
    says(valid);
    const caller = { workerSid: sid('WK'), identity: 'ada', roles: ['agent'] };
    expect(await verifyToken('a.b.c', check)).toEqual(caller);
    expect(iam.requests).toEqual([
      {
        path: `/v1/Accounts/${CONTEXT.ACCOUNT_SID}/Tokens/validate`,
        authorization: `Basic ${Buffer.from(`${CONTEXT.ACCOUNT_SID}:secret`).toString('base64')}`,
        body: '{"token":"a.b.c"}',
      },
    ]);
  });

  it.each([
    ['missing', undefined],
    ['empty', ''],
    ['no text', 7],
    ['two', ['a', 'b']],
    ['with a space', 'with space'],
    ['not ASCII', 'ünïcode'],
    ['of two lines', 'line\nbreak'],
    ['longer than any token', 'x'.repeat(8193)],
  ])('that is %s is not even asked about', async (_, token) => {
    expect(await codeOfRefusal(verifyToken(token, check))).toBe('token-invalid');
    expect(iam.requests).toHaveLength(0);
  });

  it.each([
    { valid: false, code: 20104, message: 'Access Token expired' },
    { code: 20003, message: 'Authenticate' },
  ])('that Twilio refuses is not valid: %j', async (answer) => {
    says(answer);
    expect(await codeOfRefusal(verifyToken('a.b.c', check))).toBe('token-invalid');
  });

  it.each([{ worker_sid: undefined }, { worker_sid: null }, { worker_sid: 'WK1' }])(
    'of a user who is no worker is not an agent’s: %j',
    async (changes) => {
      says({ ...valid, ...changes });
      expect(await codeOfRefusal(verifyToken('a.b.c', check))).toBe('not-an-agent');
    },
  );

  it('of nobody is not valid', async () => {
    says({ ...valid, identity: undefined });
    expect(await codeOfRefusal(verifyToken('a.b.c', check))).toBe('token-invalid');
  });

  it('without roles gives none', async () => {
    says({ ...valid, roles: undefined });
    expect(await verifyToken('a.b.c', check)).toMatchObject({ roles: [] });
  });
});

describe('when Twilio gives no verdict on a token, nobody is logged out', () => {
  it('because nobody listens', async () => {
    iam.down();
    expect(await codeOfRefusal(verifyToken('a.b.c', check))).toBe('twilio-unavailable');
  });

  it('because it hangs up', async () => {
    iam.answer('hang-up');
    expect(await codeOfRefusal(verifyToken('a.b.c', check))).toBe('twilio-unavailable');
  });

  it.each(['<html>502 Bad Gateway</html>', '', '{"valid":'])('because it answers “%s”', async (body) => {
    iam.answer({ status: 502, body });
    expect(await codeOfRefusal(verifyToken('a.b.c', check))).toBe('twilio-unavailable');
  });

  it.each([
    [429, 'Too Many Requests'],
    [500, 'Internal Server Error'],
    [503, 'Service unavailable'],
  ])('because it answers %d %s', async (status, message) => {
    says({ code: 20000, status, message }, status);
    expect(await codeOfRefusal(verifyToken('a.b.c', check))).toBe('twilio-unavailable');
  });

  it('because it does not answer in time', async () => {
    const limits: number[] = [];
    const timeout = <T>(promise: Promise<T>, limitMs: number) => {
      limits.push(limitMs);
      promise.catch(() => undefined);
      return Promise.reject<T>(new TwilioFailure('unknown'));
    };
    expect(await codeOfRefusal(verifyToken('a.b.c', { environment, timeout }))).toBe('twilio-unavailable');
    expect(limits).toEqual([2_500]);
  });
});
