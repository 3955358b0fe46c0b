import type { ParkAnswer } from '../../contract/park';
import { cleanUpReplaced } from '../clean-up';
import { apply } from '../apply';
import { decide } from '../domain/decide';
import { parseAttributes, withListMark } from '../domain/conversation-attributes';
import { listItemOf, listItemTtlSeconds } from '../domain/list-item';
import { courtesyText, mayWrite } from '../domain/courtesy';
import type { EventOf } from '../domain/events';
import type { Park, Traces } from '../domain/record';
import { codeOf } from '../errors';
import type { Prepared } from './prepare';
import type { LateRow, Released } from './release';
import type { Found, ListItemRef, Ports, Stored } from '../ports';
import { isUnreadable } from '../record-port';
import { step } from '../step';
import { isClaimedBy, route } from '../unpark/route';

interface Pivoted {
  prepared: Prepared;
  released: Released;
  /** The record that this park replaced. */
  before: Found;
  /** The courtesy message by language; empty for none. */
  courtesy: Record<string, string>;
}

/** Once per park: a lost answer is not repeated. */
async function sayCourtesy(ports: Ports, park: Park, texts: Record<string, string>): Promise<void> {
  const text = courtesyText(texts, parseAttributes(park.task.attributes)?.language);
  if (text === undefined || !mayWrite(park, ports.clock.nowMs())) return;
  await step(ports, 'courtesy-message', () => ports.conversations.say(park.conversationSid, text));
}

/** After the pivot: the record says parked, or the reply that slipped in is served at once. Never an error. */
export async function confirmParked(
  ports: Ports,
  { prepared, released, before, courtesy }: Pivoted,
): Promise<ParkAnswer> {
  const { park, traces } = prepared;
  const { replied, agentName, late } = released;
  const { conversationSid, parkId } = park;
  const claim = { claimId: ports.newId(), atMs: ports.clock.nowMs() };
  const allCallsAnswered = !ports.hadLostAnswers();
  const event = { type: 'agentReleased', parkId, traces, allCallsAnswered, replied, agentName, claim } as const;
  const [confirmed, , row] = await Promise.all([
    confirm(ports, prepared.stored, event),
    cleanUpReplaced(ports, before),
    late && !replied ? writeLateRow(ports, park, late) : undefined,
    replied ? undefined : sayCourtesy(ports, park, courtesy),
  ]);
  if (isClaimedBy(confirmed, claim.claimId)) {
    await routeQuietly(ports, confirmed);
    return { status: 'returned', conversationSid };
  }
  if (!isWaiting(confirmed)) return { status: 'returned', conversationSid };
  return { status: 'parked', conversationSid, ...rowOf(row ? { listItem: row } : traces) };
}

/** The row and its mark of an agent who had no map before. Reconcile writes them if this fails. */
async function writeLateRow(
  ports: Ports,
  park: Park,
  { mapSid, conversation }: LateRow,
): Promise<ListItemRef | undefined> {
  const item = listItemOf(park);
  const mark = mapSid && { mapSid, mapItemKey: park.conversationSid };
  const attributes = mark && conversation && withListMark(conversation.attributes, mark);
  let row: ListItemRef | undefined;
  await Promise.all([
    step(ports, 'late-row', async () => void (row = await ports.list.put(item, listItemTtlSeconds(item)))),
    attributes !== undefined &&
      step(ports, 'late-mark', () => ports.conversations.putAttributes(park.conversationSid, attributes)),
  ]);
  return row;
}

/** Where the row stands, as the caller gets it. */
export function rowOf(traces: Traces | undefined): Pick<Extract<ParkAnswer, { status: 'parked' }>, 'listItem'> {
  if (!traces?.listItem) return {};
  const { mapSid, mapItemKey } = traces.listItem;
  return { listItem: { mapSid, mapItemKey } };
}

function isWaiting({ record }: Stored): boolean {
  return record.state === 'parking' || record.state === 'parked';
}

/** The record after the event, or as somebody who was faster wrote it: a reply, or a second press of Park. */
async function confirm(ports: Ports, stored: Stored, event: EventOf<'agentReleased'>): Promise<Stored> {
  let current = stored;
  try {
    for (let round = 0; round < 3; round += 1) {
      const applied = await apply(ports, current, decide(current.record, event));
      if (applied.kind === 'moved') return applied.stored;
      if (applied.kind !== 'conflict') return current;
      const found = await ports.records.read(stored.record.park.conversationSid);
      if (found && !isUnreadable(found)) current = found;
    }
  } catch (error) {
    // The agent is free and the wake path is live; the next event takes the record over.
    ports.log('confirm', 'left-to-take-over', { reason: codeOf(error) });
  }
  return current;
}

async function routeQuietly(ports: Ports, claimed: Parameters<typeof route>[1]): Promise<void> {
  try {
    await route(ports, claimed);
  } catch (error) {
    ports.log('route', 'left-to-take-over', { reason: codeOf(error) });
  }
}
