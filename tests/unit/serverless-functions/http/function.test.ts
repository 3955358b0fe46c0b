/** @jest-environment node */
import { z } from 'zod';

import { flexFunction, webhookFunction, type Invocation } from '../../../../serverless-functions/src/http/function';
import type { Caller } from '../../../../serverless-functions/src/parking/caller';
import { ParkingError, TwilioFailure } from '../../../../serverless-functions/src/parking/errors';
import { noKnownTokens } from '../../../../serverless-functions/src/http/verify-token';
import { openDesk } from '../parking/parking-desk';
import { ADA } from '../support/fixtures';
import { startFakeIam, type FakeIam } from './support/fake-iam';
import { CONTEXT, installRuntime, invoke } from './support/fake-runtime';

let iam: FakeIam;
beforeAll(async () => {
  installRuntime();
  iam = await startFakeIam();
});
const aGoodToken = {
  body: JSON.stringify({ valid: true, identity: ADA.identity, roles: ADA.roles, worker_sid: ADA.workerSid }),
};
beforeEach(() => iam.answer(aGoodToken));
afterAll(() => iam.close());

/** What is logged before an invocation has a log of its own. */
function startLog() {
  const lines: unknown[] = [];
  const spy = jest.spyOn(console, 'error').mockImplementation((line: string) => void lines.push(JSON.parse(line)));
  return { lines, restore: () => spy.mockRestore() };
}

const request = z.object({ name: z.string() });

interface Opened {
  /** Nothing is answered before it resolves. */
  allWritesEnded?: () => Promise<void>;
  nowMs?: () => number;
}

type Run = (request: { name: string }, caller?: Promise<Caller>) => Promise<object>;

function open(run: Run, { allWritesEnded = async () => undefined, nowMs = () => 0 }: Opened = {}) {
  const log: string[] = [];
  const invocations: Invocation[] = [];
  const tokens = noKnownTokens();
  const { ports } = openDesk();
  const clock = { ...ports.clock, nowMs };
  const compose = (invocation: Invocation) => {
    invocations.push(invocation);
    const write = (...line: unknown[]) => void log.push(JSON.stringify(line));
    return { ports: { ...ports, clock, log: write }, tokens, allWritesEnded };
  };
  const flex = flexFunction(compose, { name: 'flex/x', request, run: (_, asked, by) => run(asked, by) });
  const webhook = webhookFunction(compose, { name: 'webhooks/x', request, run: (_, asked) => run(asked) });
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

  it('tells an admin by name which variables are missing or malformed, and its caller only that some are', async () => {
    const { invocations, ...doors } = open(async () => answered);
    const { lines, restore } = startLog();
    const context = { ...CONTEXT, PARKING_SYNC_SID: undefined, TWILIO_FLEX_SYNC_SID: 'IS1' };
    const response = await invoke(doors[door], ask, context);
    restore();
    expect(response).toMatchObject({ status: 500, body: { code: 'configuration-invalid' } });
    expect(JSON.stringify(response.body)).not.toContain('SYNC_SID');
    expect(invocations).toEqual([]);
    const cause = 'missing or malformed: TWILIO_FLEX_SYNC_SID, PARKING_SYNC_SID';
    expect(lines).toMatchObject([{ step: 'start', outcome: 'configuration-invalid', cause }]);
  });

  it.each(['answers', 'fails'])('%s only when all its writes have ended, for it is frozen after that', async (how) => {
    const order: string[] = [];
    let end: () => void = () => undefined;
    const writing = new Promise<void>((resolve) => (end = resolve));
    let tell: () => void = () => undefined;
    const asked = new Promise<void>((resolve) => (tell = resolve));
    const allWritesEnded = () => {
      tell();
      return writing;
    };
    const run = () => (how === 'answers' ? Promise.resolve(answered) : Promise.reject(new ParkingError('busy')));
    const responding = invoke(open(run, { allWritesEnded })[door], ask).then((response) => {
      order.push('answered');
      return response;
    });
    await asked;
    await new Promise((later) => setImmediate(later));
    order.push('writes ended');
    end();
    expect(await responding).toMatchObject({ status: how === 'answers' ? 200 : 409 });
    expect(order).toEqual(['writes ended', 'answered']);
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
    const response = await invoke(open(() => Promise.reject(new ParkingError('busy'))).flex, ask);
    expect(response).toMatchObject({ status: 409 });
  });

  it('reads nothing beside the verification for a minute after a token was refused', async () => {
    let nowMs = 1_000;
    const run = jest.fn(async (_: object, caller?: Promise<Caller>) => {
      await caller;
      return answered;
    });
    const { flex } = open(run, { nowMs: () => nowMs });
    const press = async (Token: unknown) => {
      run.mockClear();
      const { status } = await invoke(flex, { name: 'x', Token });
      return [status, run.mock.calls.length];
    };
    iam.answer({ body: '{"valid":false,"message":"Access Token expired"}' });
    expect(await press('bad.1')).toEqual([401, 1]);
    expect(await press('bad.2')).toEqual([401, 0]);
    nowMs += 59_999;
    expect(await press('bad.3')).toEqual([401, 0]);
    nowMs += 60_000;
    expect(await press('bad.4')).toEqual([401, 1]);
  });

  it('meanwhile serves who has a good token all the same', async () => {
    const { flex } = open(async (_, caller) => ({ status: (await caller)?.identity }));
    iam.answer({ body: '{"valid":false,"message":"Access Token expired"}' });
    await invoke(flex, { name: 'x', Token: 'bad.1' });
    iam.answer(aGoodToken);
    expect(await invoke(flex, ask)).toMatchObject({ status: 200, body: { status: ADA.identity } });
  });

  it.each([undefined, '', ['a', 'b']])('reads nothing for a request without a token (%j)', async (Token) => {
    const run = jest.fn(async () => answered);
    expect(await invoke(open(run).flex, { name: 'x', Token })).toMatchObject({ status: 401 });
    expect(run).not.toHaveBeenCalled();
  });
});

describe('a Function that cannot even be composed', () => {
  it('answers all the same, instead of leaving its caller waiting', async () => {
    const compose = () => {
      throw new TypeError('the Functions runtime gave no Twilio client');
    };
    const handler = webhookFunction(compose, { name: 'x', request, run: async () => answered });
    const { lines, restore } = startLog();
    expect(await invoke(handler, ask)).toMatchObject({ status: 500, body: { code: 'internal-error' } });
    restore();
    expect(lines).toEqual([
      {
        function: 'x',
        step: 'start',
        outcome: 'internal-error',
        cause: 'TypeError: the Functions runtime gave no Twilio client',
      },
    ]);
  });
});
