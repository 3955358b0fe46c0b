import type { ConversationSid, WorkerSid } from '../contract/sids';
import { cleanUp, end, type Ending } from './clean-up';
import { removeDueTime } from './due-time';
import { decide } from './domain/decide';
import type { Decision, IgnoredReason } from './domain/decision';
import { dueAtMs } from './domain/due';
import type { InteractionRecord } from './domain/record';
import { keepsWebhook } from './domain/routing';
import { ParkingError } from './errors';
import type { Conversation, Found, Ports, Stored, Written } from './ports';
import { isUnreadable } from './record-port';
import { renewTraces, restoreTraces, restoreWakePath, takeBackWakePath } from './restore';
import { step } from './step';

/** How often an operation looks again after somebody else wrote the record between its read and its write. */
const MAX_ROUNDS = 5;

export type Applied = { kind: 'moved'; stored: Stored } | Ending | { kind: 'ignored'; why: IgnoredReason };

interface Extras {
  /** The conversation as fetched one call before, for the mark in its attributes. */
  readonly conversation?: Conversation | undefined;
  /** Who has accepted it, where that is known. */
  readonly takenBy?: WorkerSid | undefined;
}

/**
 * Carries out what the rule book decided, with one conditional write: the new record, and beside it whatever the
 * decision asks for but the invite (see route.ts). Refusals are thrown as ParkingError.
 */
export async function apply(ports: Ports, found: Found, decision: Decision & Extras): Promise<Applied> {
  ports.log('decided', decision.kind, describe(found, decision));
  switch (decision.kind) {
    case 'ignored':
      return decision;
    case 'refused':
      throw new ParkingError(decision.code);
    case 'ended':
      return found && !isUnreadable(found) ? end(ports, found, decision) : { kind: 'ended' };
    case 'moved':
      return move(ports, found, decision);
  }
}

function describe(found: Found, decision: Decision) {
  const from = isUnreadable(found) ? 'unreadable' : (found?.record.state ?? 'none');
  return { from, ...(decision.kind === 'moved' && { to: decision.record.state }) };
}

type Move = Extract<Decision, { kind: 'moved' }> & Extras;

async function move(ports: Ports, found: Found, { record, effects, conversation }: Move): Promise<Applied> {
  const armed = effects.includes('restore-wake-path')
    ? await restoreWakePath(ports, record)
    : { record, created: undefined };
  const [written] = await Promise.all([
    write(ports, found, armed.record),
    effects.includes('clean-up') ? cleanUp(ports, record, cleaning(record, conversation)) : undefined,
  ]);
  if (written.kind === 'conflict') {
    if (armed.created) await takeBackWakePath(ports, record.park, armed.created);
    if (effects.includes('clean-up') && losesWebhook(record)) await rearmUnreadable(ports, record);
    return written;
  }
  const { stored } = written;
  await Promise.all([
    removeOldDueTime(ports, found, record),
    effects.includes('renew-traces') && renewTraces(ports, record),
  ]);
  if (!effects.includes('restore-traces') || !isState(stored, 'parked')) return { kind: 'moved', stored };
  const restored = await restoreTraces(ports, stored);
  if (restored.isClosed)
    return apply(ports, restored.stored, decide(restored.stored.record, { type: 'conversationClosed' }));
  return { kind: 'moved', stored: restored.stored };
}

/**
 * The wake webhook goes beside the write, to spare a call in a row. If what somebody else wrote in between cannot be read,
 * no more than that webhook may be left to tell of the customer's next message.
 */
async function rearmUnreadable(ports: Ports, { park }: InteractionRecord): Promise<void> {
  await step(ports, 'rearm-unreadable', async () => {
    if (isUnreadable(await ports.records.read(park.conversationSid))) await ports.wakeWebhooks.create(park);
  });
}

/** A time that was changed leaves an entry that the new record does not know. */
async function removeOldDueTime(ports: Ports, found: Found, { park }: InteractionRecord): Promise<void> {
  const before = isUnreadable(found) ? undefined : found?.record.park;
  if (before?.parkId === park.parkId && dueAtMs(before) !== dueAtMs(park)) await removeDueTime(ports, before);
}

function write(ports: Ports, found: Found, record: InteractionRecord): Promise<Written> {
  return found ? ports.records.replace(found, record) : ports.records.create(record);
}

function cleaning(record: InteractionRecord, conversation: Conversation | undefined) {
  return { webhook: losesWebhook(record), revision: record.traces.listItem?.revision, conversation };
}

function losesWebhook(record: InteractionRecord): boolean {
  return !('target' in record) || !keepsWebhook(record.target);
}

/** Reads and decides again while others write in between; `attempt` returns undefined for "again". */
export async function retryOnConflict<Answer>(
  read: () => Promise<Found>,
  attempt: (found: Found) => Promise<Answer | undefined>,
): Promise<Answer> {
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const answer = await attempt(await read());
    if (answer !== undefined) return answer;
  }
  throw new ParkingError('busy');
}

/** The record of a conversation, for those who have nothing to do with one that cannot be read. */
export async function readRecord(ports: Ports, conversation: ConversationSid): Promise<Stored | undefined> {
  const found = await ports.records.read(conversation);
  return isUnreadable(found) ? undefined : found;
}

export function isState<State extends InteractionRecord['state']>(
  stored: Stored,
  state: State,
): stored is Stored<Extract<InteractionRecord, { state: State }>> {
  return stored.record.state === state;
}
