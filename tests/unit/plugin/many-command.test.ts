/** @jest-environment node */
import type { FailureCode } from '../../../plugin-src/flex/failure';
import type { FunctionsClient } from '../../../plugin-src/flex/functions-client';
import { createManyCommand } from '../../../plugin-src/parking/commands/many';
import { numbersOf, type ManyCommand } from '../../../plugin-src/parking/state/many-run';
import { parkingReducer } from '../../../plugin-src/parking/state/parking-reducer';
import { INITIAL_PARKING_STATE } from '../../../plugin-src/parking/state/parking-state';
import { NOW, sid } from './support/fixtures';

type Answer = 'unparked' | 'already-unparked' | FailureCode;

const [first, second, third] = [sid('CH', 1), sid('CH', 2), sid('CH', 3)];
const rows = [first, second, third].map((conversationSid) => ({ conversationSid, customerName: 'Grace' }));
const TO_WORKFLOW: ManyCommand = { kind: 'unpark', to: { routeTo: 'workflow' } };

/** Functions that answer as `answers` says, and a clock that only waiting moves. */
function aFloor(answers: Record<string, Answer[]> = {}) {
  const floor = {
    state: INITIAL_PARKING_STATE,
    requests: [] as unknown[],
    startedAtMs: [] as number[],
    notices: [] as unknown[],
    times: [] as number[],
    reloads: 0,
    nowMs: NOW.getTime(),
    onRequest: () => undefined as void,
  };
  const unpark: FunctionsClient['unpark'] = async (request) => {
    floor.requests.push(request);
    floor.startedAtMs.push(floor.nowMs - NOW.getTime());
    floor.onRequest();
    const { conversationSid } = request;
    const answer = answers[conversationSid]?.shift() ?? 'unparked';
    if (answer === 'unparked') return { ok: true, answer: { status: answer, conversationSid, taskSid: sid('WT') } };
    if (answer === 'already-unparked') return { ok: true, answer: { status: answer, conversationSid } };
    return { ok: false, failure: { code: answer, message: '' } };
  };
  const many = createManyCommand({
    functions: {
      unpark,
      changeTime: async (request) => {
        floor.requests.push(request);
        const { conversationSid, backAt } = request;
        if (answers[conversationSid]) return { ok: true, answer: { status: 'returned', conversationSid } };
        return { ok: true, answer: { status: 'changed', conversationSid, ...(backAt && { backAt }) } };
      },
    },
    parking: () => floor.state,
    dispatch: (action) => void (floor.state = parkingReducer(floor.state, action)),
    notify: (id, values) => void floor.notices.push([id, values]),
    now: () => new Date(floor.nowMs),
    wait: async (delayMs) => void (floor.nowMs += delayMs),
    comesBackAt: (atMs) => void floor.times.push(atMs),
    reloadEveryone: () => void (floor.reloads += 1),
  });
  const progress = () => floor.state.many?.entries.map((entry) => entry.progress);
  return { floor, many, progress };
}

const unparked = { status: 'done', how: 'unparked' };

describe('many at once', () => {
  it('unparks one after the other to where they should go, and says that all are done', async () => {
    const { floor, many, progress } = aFloor();
    await many.start(TO_WORKFLOW, rows);
    expect(floor.requests).toEqual(rows.map(({ conversationSid }) => ({ conversationSid, routeTo: 'workflow' })));
    expect(progress()).toEqual([unparked, unparked, unparked]);
    expect(floor.state.many?.isRunning).toBe(false);
    expect(floor.notices).toEqual([['ParkInteractionManyFinished', { count: 3, total: 3, failed: 0 }]]);
    expect(floor.reloads).toBe(1);
  });

  it('hands all of them over to the agent or the queue that was chosen', async () => {
    const { floor, many, progress } = aFloor({ [second]: ['agent-not-available'] });
    const to = { routeTo: 'worker', workerSid: sid('WK', 5) } as const;
    await many.start({ kind: 'unpark', to }, rows);
    expect(floor.requests).toEqual(rows.map(({ conversationSid }) => ({ conversationSid, ...to })));
    expect(progress()).toEqual([unparked, { status: 'failed', code: 'agent-not-available' }, unparked]);
    await many.retry();
    expect(floor.requests.at(-1)).toEqual({ conversationSid: second, ...to });
  });

  it('asks at most three times a second', async () => {
    const { floor, many } = aFloor();
    await many.start(TO_WORKFLOW, rows);
    const [a = 0, b = 0, c = 0] = floor.startedAtMs;
    expect([b - a, c - b].every((apartMs) => apartMs * 3 >= 1_000)).toBe(true);
  });

  it('goes on after a failure and keeps why', async () => {
    const { floor, many, progress } = aFloor({ [second]: ['routing-refused'] });
    await many.start(TO_WORKFLOW, rows);
    expect(progress()).toEqual([unparked, { status: 'failed', code: 'routing-refused' }, unparked]);
    expect(floor.notices).toEqual([['ParkInteractionManyFailed', { count: 2, total: 3, failed: 1 }]]);
    expect(floor.state.unparks).not.toHaveProperty([second]);
  });

  it('tries only the failed ones again', async () => {
    const { floor, many, progress } = aFloor({ [second]: ['rate-limited'], [third]: ['no-answer', 'busy'] });
    await many.start(TO_WORKFLOW, rows);
    floor.requests.length = 0;
    await many.retry();
    expect(floor.requests).toEqual(
      [second, third].map((conversationSid) => ({ conversationSid, routeTo: 'workflow' })),
    );
    expect(progress()).toEqual([unparked, unparked, { status: 'failed', code: 'busy' }]);
  });

  it.each<[Answer, string]>([
    ['not-parked', 'gone'],
    ['conversation-closed', 'gone'],
    ['conversation-not-found', 'gone'],
    ['already-unparked', 'back'],
  ])('counts a row that vanished meanwhile (%s) as done, in words of its own', async (answer, how) => {
    const { floor, many, progress } = aFloor({ [first]: [answer] });
    await many.start(TO_WORKFLOW, rows);
    expect(progress()?.[0]).toEqual({ status: 'done', how });
    expect(floor.notices).toEqual([['ParkInteractionManyFinished', { count: 3, total: 3, failed: 0 }]]);
  });

  it('cannot be started, tried again or closed while it runs', async () => {
    const { floor, many } = aFloor();
    const meanwhile: unknown[] = [];
    floor.onRequest = () => {
      void many.start(TO_WORKFLOW, [{ conversationSid: sid('CH', 9), customerName: 'Other' }]);
      void many.retry();
      floor.state = parkingReducer(floor.state, { type: 'park-interaction/many-closed' });
      meanwhile.push(floor.state.many && numbersOf(floor.state.many).ended);
    };
    await many.start(TO_WORKFLOW, rows);
    expect(meanwhile).toEqual([0, 1, 2]);
    expect(floor.requests).toHaveLength(3);
  });

  it('leaves a row alone that is just being unparked by its own button', async () => {
    const { floor, many, progress } = aFloor();
    floor.state = { ...INITIAL_PARKING_STATE, unparks: { [first]: 'asked' } };
    await many.start(TO_WORKFLOW, rows.slice(0, 1));
    expect(floor.requests).toEqual([]);
    expect(progress()).toEqual([{ status: 'failed', code: 'busy' }]);
  });

  it('gives all of them another time, or none', async () => {
    const until = { backAt: '2026-03-04T15:00:00.000Z', replies: 'wait' } as const;
    const { floor, many, progress } = aFloor({ [second]: [] });
    await many.start({ kind: 'change-time', until }, rows.slice(0, 2));
    expect(floor.requests).toEqual([first, second].map((conversationSid) => ({ conversationSid, ...until })));
    expect(progress()).toEqual([
      { status: 'done', how: 'changed' },
      { status: 'done', how: 'returned' },
    ]);
    expect(floor.times).toEqual([Date.parse(until.backAt)]);
    await many.start({ kind: 'change-time' }, rows.slice(0, 1));
    expect(floor.requests.at(-1)).toEqual({ conversationSid: first });
  });

  it('is forgotten when the supervisor has read and closed it', async () => {
    const { floor, many } = aFloor();
    await many.start(TO_WORKFLOW, rows);
    floor.state = parkingReducer(floor.state, { type: 'park-interaction/many-closed' });
    expect(floor.state.many).toBeUndefined();
  });

  it('does nothing with no rows', async () => {
    const { floor, many } = aFloor();
    await many.start(TO_WORKFLOW, []);
    expect([floor.state.many, floor.notices]).toEqual([undefined, []]);
  });
});
