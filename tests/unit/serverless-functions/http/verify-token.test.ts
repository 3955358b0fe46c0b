/** @jest-environment node */
import { noKnownTokens, verifyToken, type TokenCheck } from '../../../../serverless-functions/src/http/verify-token';
import { TwilioFailure } from '../../../../serverless-functions/src/parking/errors';
import { codeOfRefusal } from '../parking/fake-ports';
import { fakeClock } from '../support/fake-clock';
import { sid } from '../support/fixtures';
import { CONTEXT } from './support/fake-runtime';
import { startFakeIam, type FakeIam } from './support/fake-iam';

const environment = { ...CONTEXT, PARKING_LOG: 'on' } as const;
const clock = fakeClock();
let known = noKnownTokens();
const verify = (token: unknown, changes: Partial<TokenCheck> = {}) =>
  verifyToken(token, { environment, known, timeout: clock.timeout, nowMs: clock.nowMs, ...changes });
const callerOf = (token: unknown, changes?: Partial<TokenCheck>) => verify(token, changes).caller;
const valid = { valid: true, code: 0, identity: 'ada', roles: ['agent'], worker_sid: sid('WK') };

let iam: FakeIam;
beforeEach(async () => {
  iam = await startFakeIam();
  known = noKnownTokens();
});
afterEach(() => iam.close());

const says = (body: object, status = 200) => iam.answer({ status, body: JSON.stringify(body) });

describe('a Flex token', () => {
  it('tells who calls, as Twilio says', async () => {
    says(valid);
    const caller = { workerSid: sid('WK'), identity: 'ada', roles: ['agent'] };
    expect(await callerOf('a.b.c')).toEqual(caller);
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
    expect(await codeOfRefusal(callerOf(token))).toBe('token-invalid');
    expect(iam.requests).toHaveLength(0);
  });

  it.each([
    { valid: false, code: 20104, message: 'Access Token expired' },
    { code: 20003, message: 'Authenticate' },
  ])('that Twilio refuses is not valid: %j', async (answer) => {
    says(answer);
    expect(await codeOfRefusal(callerOf('a.b.c'))).toBe('token-invalid');
  });

  it.each([{ worker_sid: undefined }, { worker_sid: null }, { worker_sid: 'WK1' }])(
    'of a user who is no worker is not an agent’s: %j',
    async (changes) => {
      says({ ...valid, ...changes });
      expect(await codeOfRefusal(callerOf('a.b.c'))).toBe('not-an-agent');
    },
  );

  it('of nobody is not valid', async () => {
    says({ ...valid, identity: undefined });
    expect(await codeOfRefusal(callerOf('a.b.c'))).toBe('token-invalid');
  });

  it('without roles gives none', async () => {
    says({ ...valid, roles: undefined });
    expect(await callerOf('a.b.c')).toMatchObject({ roles: [] });
  });
});

describe('when Twilio gives no verdict on a token, nobody is logged out', () => {
  it('because nobody listens', async () => {
    iam.down();
    expect(await codeOfRefusal(callerOf('a.b.c'))).toBe('twilio-unavailable');
  });

  it('because it hangs up', async () => {
    iam.answer('hang-up');
    expect(await codeOfRefusal(callerOf('a.b.c'))).toBe('twilio-unavailable');
  });

  it.each(['<html>502 Bad Gateway</html>', '', '{"valid":'])('because it answers “%s”', async (body) => {
    iam.answer({ status: 502, body });
    expect(await codeOfRefusal(callerOf('a.b.c'))).toBe('twilio-unavailable');
  });

  it.each([
    [429, 'Too Many Requests'],
    [500, 'Internal Server Error'],
    [503, 'Service unavailable'],
  ])('because it answers %d %s', async (status, message) => {
    says({ code: 20000, status, message }, status);
    expect(await codeOfRefusal(callerOf('a.b.c'))).toBe('twilio-unavailable');
  });

  it('because it does not answer in time', async () => {
    const limits: number[] = [];
    const timeout = <T>(promise: Promise<T>, limitMs: number) => {
      limits.push(limitMs);
      promise.catch(() => undefined);
      return Promise.reject<T>(new TwilioFailure('unknown'));
    };
    expect(await codeOfRefusal(callerOf('a.b.c', { timeout }))).toBe('twilio-unavailable');
    expect(limits).toEqual([2_500]);
  });
});

describe('a verdict of Twilio on a token', () => {
  const caller = { workerSid: sid('WK'), identity: 'ada', roles: ['agent'] };

  it('that it is valid is believed for a minute, without asking again', async () => {
    says(valid);
    await callerOf('a.b.c');
    clock.advance(59_999);
    expect(await callerOf('a.b.c')).toEqual(caller);
    expect(iam.requests).toHaveLength(1);
    clock.advance(1);
    says({ valid: false, code: 20104, message: 'Access Token expired' });
    expect(await codeOfRefusal(callerOf('a.b.c'))).toBe('token-invalid');
  });

  it('is of that token alone', async () => {
    says(valid);
    await callerOf('a.b.c');
    says({ valid: false, code: 20104, message: 'Access Token expired' });
    expect(await codeOfRefusal(callerOf('a.b.d'))).toBe('token-invalid');
  });

  it('that it is not valid, or no agent’s, is not kept', async () => {
    says({ ...valid, worker_sid: undefined });
    await codeOfRefusal(callerOf('a.b.c'));
    says(valid);
    expect(await callerOf('a.b.c')).toEqual(caller);
  });

  it('is kept without the token itself', async () => {
    says(valid);
    await callerOf('secret.token.of.ada');
    expect(JSON.stringify([...known.callers])).not.toContain('secret');
    expect(known.callers.size).toBe(1);
  });

  it('is forgotten with all others when more are kept than a container can have agents', async () => {
    says(valid);
    const untilMs = clock.nowMs() + 60_000;
    for (let nth = 0; nth < 1_000; nth += 1) known.callers.set(`hash-${nth}`, { caller, untilMs });
    await callerOf('a.b.c');
    expect(known.callers.size).toBe(1);
  });
});

describe('while a token is verified, Twilio may be asked for other things', () => {
  const mayRead = (token: unknown) => {
    const { caller, mayReadMeanwhile } = verify(token);
    caller.catch(() => undefined);
    return mayReadMeanwhile;
  };

  it('but not for what is no token', () => expect(mayRead(undefined)).toBe(false));

  it('but not for a minute after one was refused, unless it is known', async () => {
    says(valid);
    await callerOf('ada.1');
    says({ valid: false, code: 20104, message: 'Access Token expired' });
    expect(mayRead('bad.1')).toBe(true);
    await codeOfRefusal(callerOf('bad.1'));
    expect(mayRead('bad.2')).toBe(false);
    expect(mayRead('ada.1')).toBe(true);
    clock.advance(60_000);
    expect(mayRead('ada.2')).toBe(true);
  });

  it('also after one got no verdict, and after one of a user who is no worker', async () => {
    says({ ...valid, worker_sid: undefined });
    await codeOfRefusal(callerOf('a.1'));
    iam.answer('hang-up');
    await codeOfRefusal(callerOf('a.2'));
    expect(mayRead('a.3')).toBe(true);
  });
});
