import type { ParkAnswer } from '../../contract/park';
import { cleanUpReplaced } from '../clean-up';
import { step } from '../step';
import { parseAttributes } from '../domain/conversation-attributes';
import { courtesyText, mayWrite } from '../domain/courtesy';
import type { EventOf } from '../domain/events';
import type { Park, Traces } from '../domain/record';
import { codeOf } from '../errors';
import type { Prepared } from './prepare';
import type { Released } from './release';
import type { Ports, Stored } from '../ports';
import { advance } from '../records';
import { isClaimedBy, route } from '../unpark/route';

interface Pivoted {
  prepared: Prepared;
  released: Released;
  /** The record that this park replaced. */
  before: Stored | undefined;
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
  const { conversationSid, parkId } = park;
  const claim = { claimId: ports.newId(), atMs: ports.clock.nowMs() };
  const settled = !ports.hadLostAnswers();
  const event = { type: 'agentReleased', parkId, traces, settled, ...released, claim } as const;
  const [confirmed] = await Promise.all([
    confirm(ports, prepared.stored, event),
    cleanUpReplaced(ports, before),
    released.replied ? undefined : sayCourtesy(ports, park, courtesy),
  ]);
  if (isClaimedBy(confirmed, claim.claimId)) {
    await routeQuietly(ports, confirmed);
    return { status: 'returned', conversationSid };
  }
  if (!isWaiting(confirmed)) return { status: 'returned', conversationSid };
  return { status: 'parked', conversationSid, ...rowOf(traces) };
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
      const advanced = await advance(ports, current, event);
      if (advanced.kind === 'moved') return advanced.stored;
      if (advanced.kind === 'ignored') return current;
      current = (await ports.records.read(stored.record.park.conversationSid)) ?? current;
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
