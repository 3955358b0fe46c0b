/** @jest-environment node */
import fc from 'fast-check';

import { everyone } from '../../../../serverless-functions/src/parking/desk/everyone';
import {
  ADA,
  PARKED_AT_MS,
  PARKED_TASK,
  parkedRecord,
  parkingRecord,
  returningRecord,
  sid,
  SOFIA,
  unparkingRecord,
} from '../support/fixtures';
import { holds, leaves, recordOf, writes } from './fake-world';
import { CONVERSATION, openDesk } from './parking-desk';
import { DOMAIN } from './fake-ports';

const RUNS = 10_000;

const withFlow = { reply: { route: { to: 'studio', flowSid: sid('FW'), timeoutMinutes: 10 }, priorityBoost: 0 } };
const RECORDS: object[] = [
  parkingRecord(),
  parkingRecord({ replyPending: true }),
  parkedRecord(),
  parkedRecord({ problem: 'channel-gone', lateCallsUntilMs: PARKED_AT_MS }),
  { ...parkedRecord({ flow: { untilMs: PARKED_AT_MS + 60_000 } }), park: { ...parkedRecord().park, ...withFlow } },
  unparkingRecord(),
  unparkingRecord({ cause: 'agent-asked', target: { to: 'worker', workerSid: ADA.workerSid, timeoutSeconds: 60 } }),
  returningRecord(),
  returningRecord({ cause: 'agent-asked', target: { to: 'worker', workerSid: ADA.workerSid } }),
];

/** Every place in a value, the value itself left out. */
function pathsOf(value: unknown, path: string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [[...path, key], ...pathsOf(inner, [...path, key])]);
}

/** `another`: a SID of the same kind, which is of something else or of nothing. */
type Damage = { kind: 'delete' } | { kind: 'another' } | { kind: 'set'; to: unknown };

const damages: fc.Arbitrary<Damage> = fc.oneof(
  fc.constant<Damage>({ kind: 'delete' }),
  fc.constant<Damage>({ kind: 'another' }),
  fc
    .oneof(
      fc.constantFrom<unknown>(null, true, '', 'resting', 'x'.repeat(5_000), '{broken', [], {}, [null], { to: 'moon' }),
      fc.constantFrom<unknown>(-1, 0, 1.5, 1e21, PARKED_AT_MS, 'CH1', sid('WW', 77)),
      fc.jsonValue(),
    )
    .map((to): Damage => ({ kind: 'set', to })),
);

/** Changes one place of a value in place. */
function damaged(value: unknown, [key, ...rest]: string[], damage: Damage): void {
  if (typeof value !== 'object' || value === null || key === undefined) return;
  if (rest.length > 0) return damaged(Reflect.get(value, key), rest, damage);
  if (damage.kind === 'delete') Reflect.deleteProperty(value, key);
  else Reflect.set(value, key, damage.kind === 'set' ? damage.to : anotherSid(Reflect.get(value, key)));
}

function anotherSid(old: unknown): unknown {
  return typeof old === 'string' && /^[A-Z]{2}[0-9a-f]{32}$/.test(old) ? `${old.slice(0, 2)}${'7'.repeat(32)}` : old;
}

/** A valid record of any state in which a few places are gone or something else, now and then of a later version. */
const damagedRecords = fc.constantFrom(...RECORDS).chain((record) =>
  fc
    .tuple(
      fc.array(fc.tuple(fc.constantFrom(...pathsOf(record)), damages), { minLength: 1, maxLength: 4 }),
      fc.constantFrom<object>({}, {}, {}, { v: 1 }, { v: 2 }, { v: 'next' }),
    )
    .map(([all, version]) => {
      const copy: object = { ...structuredClone(record), ...version };
      all.forEach(([path, damage]) => damaged(copy, path, damage));
      return copy;
    }),
);

/** A parked conversation whose customer has written, and whose record is this. */
function deskWith(data: unknown) {
  const desk = openDesk();
  const { world } = desk;
  const agent = world.channel.find(({ type }) => type === 'agent');
  if (agent) leaves(world, agent);
  const webhook = { sid: sid('WH'), parkId: 'park-1', functionsDomain: DOMAIN, createdAtMs: PARKED_AT_MS };
  world.webhooks.set(webhook.sid, webhook);
  holds(world, data);
  world.clock.advance(3_600_000);
  return desk;
}

describe('a damaged record', () => {
  it('costs no customer: they are routed once, or a person is told; and their webhook stays until they are', async () => {
    await fc.assert(
      fc.asyncProperty(damagedRecords, async (data) => {
        const desk = deskWith(data);
        const { world } = desk;
        const [message] = writes(world);
        if (message) await desk.wake(message).catch(() => undefined);
        const report = await desk.reconcileLater();
        const board = await everyone(desk.ports, { version: 2 }, Promise.resolve(SOFIA));
        const isRouted = world.invites.length > 0;
        const item = board.items.find(({ conversationSid }) => conversationSid === CONVERSATION);
        const isNamed =
          ('needsAPerson' in report && report.needsAPerson.length > 0) ||
          item?.problem !== undefined ||
          board.unreadable?.includes(CONVERSATION) === true;
        // Only a record that says that the agent saw the message, or that a flow has it, has nothing to tell.
        const seen = recordOf(world)?.park.lastSeenMessageIndex ?? -1;
        const isSilent = item !== undefined && (world.flows.length > 0 || seen >= (message?.index ?? 0));
        expect({ isRouted, isNamed, isSilent }).not.toEqual({ isRouted: false, isNamed: false, isSilent: false });
        expect(world.invites.length).toBeLessThanOrEqual(1);
        if (!isRouted) expect(world.webhooks.size).toBeGreaterThan(0);
        expect(world.tasks.get(PARKED_TASK)?.status).toBe('completed');
      }),
      { numRuns: RUNS },
    );
  }, 240_000);

  it('that still says where its conversation is has its customer routed', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...RECORDS),
        fc.constantFrom('v', 'state', 'traces', 'park.task'),
        async (record, lost) => {
          const copy: object = structuredClone(record);
          damaged(copy, lost.split('.'), { kind: 'set', to: 'gone' });
          const desk = deskWith(copy);
          const [message] = writes(desk.world);
          const answer = message && (await desk.wake(message));
          expect(['routed', 'handed-over']).toContain(answer?.status);
          expect(desk.world.invites).toHaveLength(answer?.status === 'routed' ? 1 : 0);
        },
      ),
      { numRuns: 200 },
    );
  });
});
