/** @jest-environment node */
import { z } from 'zod';

import { flexFunction, webhookFunction, type Invocation } from '../../../../serverless-functions/src/http/function';
import type { Caller } from '../../../../serverless-functions/src/parking/caller';
import { ParkingError, TwilioFailure } from '../../../../serverless-functions/src/parking/errors';
import { fakeClock } from '../support/fake-clock';
import { ADA } from '../support/fixtures';
import { startFakeIam, type FakeIam } from './support/fake-iam';
import { CONTEXT, installRuntime, invoke } from './support/fake-runtime';

let iam: FakeIam;
beforeAll(async () => {
  installRuntime();
  iam = await startFakeIam();
});
beforeEach(() => {
  const { identity, roles, workerSid } = ADA;
  iam.answer({ body: JSON.stringify({ valid: true, identity, roles, worker_sid: workerSid }) });
});
afterAll(() => iam.close());

const request = z.object({ name: z.string() });

function open(run: (request: { name: string }, caller?: Promise<Caller>) => Promise<object>) {
  const log: string[] = [];
  const invocations: Invocation[] = [];
  const compose = (invocation: Invocation) => {
    invocations.push(invocation);
    const write = (...line: unknown[]) => void log.push(JSON.stringify(line));
    return { log: write, timeout: fakeClock().timeout, run };
  };
  const flex = flexFunction(compose, {
    name: 'flex/x',
    request,
    run: (operations, asked, by) => operations.run(asked, by),
  });
  const webhook = webhookFunction(compose, {
    name: 'webhooks/x',
    request,
    run: (operations, asked) => operations.run(asked),
  });
  return { flex, webhook, log, invocations };
}

const answered = { status: 'parked' };
const ask = { name: 'x', Token: 'a.b.c' };

describe.each(['flex', 'webhook'] as const)('a Function of the %s door', (door) => {
  it('answers JSON with 200, for any origin', async () => {
    const response = await invoke(open(async () => answered)[door], ask);
    expect(response).toMatchObject({ status: 200, body: answered, headers: { 'Access-Control-Allow-Origin': '*' } });
  });

  it('gives the operation what the schema lets through, and nothing else', async () => {
    const asked: object[] = [];
    const run = async (parsed: object) => {
      asked.push(parsed);
      return answered;
    };
    await invoke(open(run)[door], { ...ask, workerSid: 'forged' });
    expect(asked).toEqual([{ name: 'x' }]);
  });

  it('refuses a malformed request, before anything is done', async () => {
    const run = jest.fn(async () => answered);
    const response = await invoke(open(run)[door], { ...ask, name: 7 });
    expect(response).toMatchObject({ status: 400, body: { code: 'invalid-request' } });
    expect(run).not.toHaveBeenCalled();
  });

  it.each([
    [new ParkingError('not-your-park'), 403, 'not-your-park'],
    [new ParkingError('conversation-closed'), 410, 'conversation-closed'],
    [new TwilioFailure('unknown'), 503, 'twilio-unavailable'],
    [new TwilioFailure('unavailable'), 503, 'twilio-unavailable'],
    [new TwilioFailure('rate-limited'), 429, 'rate-limited'],
    [new TwilioFailure('refused', { status: 400 }), 500, 'internal-error'],
    [new Error('a defect'), 500, 'internal-error'],
    ['text', 500, 'internal-error'],
  ])('answers %s with %d %s', async (error, status, code) => {
    const response = await invoke(open(() => Promise.reject(error))[door], ask);
    expect(response).toMatchObject({ status, body: { code }, headers: { 'Access-Control-Allow-Origin': '*' } });
  });

  it('says nothing of a defect to the caller, and its kind to the log', async () => {
    const cause = new TypeError('x is not a function');
    const { log, ...doors } = open(() => Promise.reject(new Error('a defect', { cause })));
    const { body } = await invoke(doors[door], ask);
    expect(JSON.stringify(body)).not.toContain('defect');
    expect(log).toEqual(['["answer","internal-error",{"cause":"Error: a defect < TypeError: x is not a function"}]']);
  });

  it('answers an operation that throws at once', async () => {
    const run = () => {
      throw new ParkingError('busy');
    };
    expect(await invoke(open(run)[door], ask)).toMatchObject({ status: 409, body: { code: 'busy' } });
  });

  it('tells an admin that settings are missing, before it does anything', async () => {
    const { invocations, ...doors } = open(async () => answered);
    const response = await invoke(doors[door], ask, { ...CONTEXT, PARKING_SYNC_SID: undefined });
    expect(response).toMatchObject({ status: 500, body: { code: 'configuration-invalid' } });
    expect(invocations).toEqual([]);
  });

  it('knows how long its caller waits', async () => {
    const { invocations, ...doors } = open(async () => answered);
    await invoke(doors[door], ask);
    expect(invocations[0]?.callerWaitsMs).toBe(door === 'flex' ? 8_500 : 4_500);
  });
});

describe('a Function that the plugin calls', () => {
  it('hands over who the token says, whatever the request says', async () => {
    const callers: unknown[] = [];
    const run = async (_: object, caller?: Promise<Caller>) => {
      callers.push(await caller);
      return answered;
    };
    await invoke(open(run).flex, { ...ask, worker_sid: 'WK', identity: 'sofia', roles: 'admin' });
    expect(callers).toEqual([ADA]);
  });

  it('starts its reads before the token is verified', async () => {
    iam.answer('hang-up');
    const run = jest.fn(async (_: object, caller?: Promise<Caller>) => {
      await caller;
      return answered;
    });
    const response = await invoke(open(run).flex, ask);
    expect(run).toHaveBeenCalled();
    expect(response).toMatchObject({ status: 503, body: { code: 'twilio-unavailable' } });
  });

  it('refuses a token that is not valid', async () => {
    iam.answer({ body: '{"valid":false,"message":"Access Token expired"}' });
    const run = async (_: object, caller?: Promise<Caller>) => ({ status: String(await caller) });
    const response = await invoke(open(run).flex, ask);
    expect(response).toMatchObject({ status: 401, body: { code: 'token-invalid' } });
  });

  it('leaves no unhandled rejection when it fails before it looks at the caller', async () => {
    const response = await invoke(open(() => Promise.reject(new ParkingError('busy'))).flex, { name: 'x' });
    expect(response).toMatchObject({ status: 409 });
  });
});

describe('a Function that cannot even be composed', () => {
  it('answers all the same, instead of leaving its caller waiting', async () => {
    const compose = () => {
      throw new TypeError('the Functions runtime gave no Twilio client');
    };
    const handler = webhookFunction(compose, { name: 'x', request, run: async () => answered });
    expect(await invoke(handler, ask)).toMatchObject({ status: 500, body: { code: 'internal-error' } });
  });
});
