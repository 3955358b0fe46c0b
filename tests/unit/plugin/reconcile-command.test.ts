/** @jest-environment node */
import { reconcileRequest, type ReconcileRequest } from '../../../serverless-functions/src/contract/reconcile';
import type { FunctionsClient } from '../../../plugin-src/flex/functions-client';
import { createReconcile } from '../../../plugin-src/parking/commands/reconcile';
import { INITIAL_PARKING_STATE, type ParkingState } from '../../../plugin-src/parking/state/parking-state';
import { aListItem, itemsOf, NOW, sid } from './support/fixtures';

const leased: FunctionsClient['reconcile'] = async () => ({ ok: true, answer: { status: 'leased' } });
const lost: FunctionsClient['reconcile'] = async () => ({ ok: false, failure: { code: 'no-answer', message: '' } });

const minutesAgo = (minutes: number) => new Date(NOW.getTime() - minutes * 60_000).toISOString();
const row = (n: number, minutes: number) =>
  aListItem({ conversationSid: sid('CH', n), parkId: `park-${n}`, parkedAt: minutesAgo(minutes) });

function aDesktop(rows: ReturnType<typeof row>[], answer = leased) {
  const list: ParkingState['list'] = { status: 'ready', items: itemsOf(...rows), complete: true };
  const desktop = { state: { ...INITIAL_PARKING_STATE, list }, requests: [] as ReconcileRequest[], answer, told: 0 };
  const reconcile = createReconcile({
    functions: { reconcile: (request) => (desktop.requests.push(request), desktop.answer(request)) },
    parking: () => desktop.state,
    now: () => NOW,
    settingsChanged: () => void (desktop.told += 1),
  });
  return { desktop, reconcile };
}

describe('reconciling', () => {
  it('asks about rows that were parked more than ten minutes ago, oldest first', async () => {
    const { desktop, reconcile } = aDesktop([row(1, 9), row(2, 11), row(3, 60)]);
    await reconcile();
    expect(desktop.requests).toEqual([{ rows: `${sid('CH', 3)},${sid('CH', 2)}` }]);
  });

  it('asks about none where there is none', async () => {
    const { desktop, reconcile } = aDesktop([]);
    await reconcile();
    expect(desktop.requests).toEqual([{}]);
  });

  it('asks about each row once, in portions that the contract takes', async () => {
    const { desktop, reconcile } = aDesktop(Array.from({ length: 45 }, (_, n) => row(n, 20 + n)));
    for (let call = 0; call < 4; call += 1) await reconcile();
    const asked = desktop.requests.map((request) => reconcileRequest.parse(request).rows);
    expect(asked.map((rows) => rows.length)).toEqual([20, 20, 5, 0]);
    expect(new Set(asked.flat()).size).toBe(45);
  });

  it('asks again about rows whose answer did not come', async () => {
    const { desktop, reconcile } = aDesktop([row(1, 20)], lost);
    await reconcile();
    desktop.answer = leased;
    await reconcile();
    await reconcile();
    expect(desktop.requests).toEqual([{ rows: sid('CH', 1) }, { rows: sid('CH', 1) }, {}]);
  });

  it('asks about a conversation that was parked again', async () => {
    const { desktop, reconcile } = aDesktop([row(1, 20)]);
    await reconcile();
    const again = { ...row(1, 15), parkId: 'another-park' };
    desktop.state = { ...desktop.state, list: { status: 'ready', items: itemsOf(again), complete: true } };
    await reconcile();
    expect(desktop.requests).toHaveLength(2);
    expect(desktop.requests[1]).toEqual({ rows: sid('CH', 1) });
  });
});

describe('settings that somebody changes', () => {
  const withMark =
    (settingsMark?: string): FunctionsClient['reconcile'] =>
    async () => ({ ok: true, answer: { status: 'leased', ...(settingsMark && { settingsMark }) } });

  it('are told once for each change, and what the desktop finds first is none', async () => {
    const { desktop, reconcile } = aDesktop([], withMark('a'));
    const told: number[] = [];
    for (const answer of ['a', 'a', 'b', 'b', undefined, 'b', 'c'].map(withMark)) {
      desktop.answer = answer;
      await reconcile();
      told.push(desktop.told);
    }
    expect(told).toEqual([0, 0, 1, 1, 1, 1, 2]);
  });

  it('are not told because an answer did not come, or Functions of before say nothing of them', async () => {
    const { desktop, reconcile } = aDesktop([], withMark('a'));
    await reconcile();
    for (const answer of [lost, leased, withMark('a')]) {
      desktop.answer = answer;
      await reconcile();
    }
    expect(desktop.told).toBe(0);
  });
});
