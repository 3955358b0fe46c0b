import type { SyncMapSid, TaskSid } from '../../contract/sids';
import { apply, type Applied } from '../apply';
import type { Decision } from '../domain/decision';
import { withListMark } from '../domain/conversation-attributes';
import { listItemOf, listItemTtlSeconds } from '../domain/list-item';
import type { Park, Traces } from '../domain/record';
import { codeOf, ParkingError } from '../errors';
import type { Conversation, Found, Ports, Stored } from '../ports';
import { isUnreadable } from '../record-port';
import { putDueTime } from '../due-time';
import { step } from '../step';
import { ensureNobodyIsInvited, ensureStillAssigned } from './check';
import { undoPark } from './undo';

/** What `parkAsked` decided: a new record in the state `parking`. */
export type Parking = Extract<Decision, { kind: 'moved' }>;

export interface Preparing {
  decision: Parking;
  before: Found;
  invitedTasks: readonly TaskSid[];
  /** When the facts that were decided on were read. */
  readAtMs: number;
}

/** Everything is in place for the agent to go. */
export interface Prepared {
  park: Park;
  stored: Stored;
  traces: Traces;
  /** The conversation's attributes with our mark, to be written beside the release; undefined: nothing to write. */
  attributes: string | undefined;
  /** The agent had no map yet: their row is written beside the release, so that nobody waits for it. */
  rowIsMissing: boolean;
}

/** Record, wake webhook and list item in parallel. If one fails, all that bears this park id is undone. */
export async function prepare(ports: Ports, preparing: Preparing): Promise<Prepared> {
  const { decision, before } = preparing;
  const { park } = decision.record;
  const row = listItemOf(park);
  const [written, webhook, item, map, fetched, invited] = await Promise.allSettled([
    apply(ports, before, decision),
    ports.wakeWebhooks.create(park),
    park.showList ? ports.list.put(row, listItemTtlSeconds(row)) : undefined,
    park.showList ? ports.list.createMap(park.agent.workerSid) : undefined,
    ports.conversations.fetch(park.conversationSid),
    ensureNobodyIsInvited(ports, preparing.invitedTasks),
    putDueTime(ports, park),
  ]);
  const traces = {
    ...(webhook.status === 'fulfilled' && { webhookSid: webhook.value }),
    ...(item.status === 'fulfilled' && item.value && { listItem: item.value }),
  };
  const undo = () => undoPark(ports, { park, traces, marked: false });
  const failure = whyNot(fetched) ?? [written, webhook, item, map, invited].find(isRejected)?.reason;
  if (failure !== undefined) {
    ports.log('prepare', 'failed', { reason: codeOf(failure) });
    await undo();
    throw new ParkingError(codeOf(failure), { cause: failure });
  }
  const stored = written.status === 'fulfilled' ? storedBy(written.value) : undefined;
  if (!stored) {
    await undo();
    await step(ports, 'restore-row', () => restoreRowOfWinner(ports, park));
    throw new ParkingError('busy');
  }
  try {
    // From the moment that our record exists no other press can release the agent, so what counts is the task after it.
    await ensureStillAssigned(ports, park.task.sid, preparing.readAtMs);
  } catch (error) {
    await undo();
    throw new ParkingError(codeOf(error), { cause: error });
  }
  const conversation = fetched.status === 'fulfilled' ? fetched.value : undefined;
  const mapSid =
    traces.listItem?.mapSid ?? (map.status === 'fulfilled' ? map.value : undefined) ?? (await mapAfterAll(ports, park));
  const mark = mapSid && { mapSid, mapItemKey: park.conversationSid };
  const attributes = conversation && mark && withListMark(conversation.attributes, mark);
  return { park, stored, traces, attributes, rowIsMissing: park.showList && !traces.listItem };
}

/** A map that was believed to be there and is gone; without one there is no mark, which reconcile writes later. */
async function mapAfterAll(ports: Ports, { showList, agent }: Park): Promise<SyncMapSid | undefined> {
  if (!showList) return undefined;
  return ports.list.createMap(agent.workerSid).catch(() => undefined);
}

function storedBy(applied: Applied): Stored | undefined {
  return applied.kind === 'moved' ? applied.stored : undefined;
}

function isRejected(result: PromiseSettledResult<unknown>): result is PromiseRejectedResult {
  return result.status === 'rejected';
}

/** A conversation that is over has a reason of its own, whatever else failed because of it. */
function whyNot(fetched: PromiseSettledResult<Conversation | undefined>): ParkingError | undefined {
  if (fetched.status === 'rejected') return undefined;
  if (!fetched.value) return new ParkingError('conversation-not-found');
  return fetched.value.state === 'closed' ? new ParkingError('conversation-closed') : undefined;
}

/** Two presses at once write the row under one key: the one that lost the record gives it back. */
async function restoreRowOfWinner(ports: Ports, { conversationSid }: Park): Promise<void> {
  const found = await ports.records.read(conversationSid);
  if (isUnreadable(found) || !found?.record.park.showList || found.record.state === 'returning') return;
  const row = listItemOf(found.record.park);
  await ports.list.put(row, listItemTtlSeconds(row));
}
