import { listItemOf, listItemTtlSeconds } from '../domain/list-item';
import { withListMark } from '../domain/conversation-attributes';
import type { Park, ParkingRecord, Traces } from '../domain/record';
import { codeOf, ParkingError } from '../errors';
import type { Ports, Stored, Written } from '../ports';
import { undoPark } from './undo';
import { step } from '../step';
import { ensureStillAssigned } from './still-assigned';

/** Everything is in place for the agent to go. */
export interface Prepared {
  park: Park;
  stored: Stored;
  traces: Traces;
  /** The conversation's attributes with our mark, to be written beside the release; undefined: nothing to write. */
  attributes: string | undefined;
}

/** Record, wake webhook and list item in parallel. If one fails, all that bears this park id is undone. */
export async function prepare(ports: Ports, record: ParkingRecord, before: Stored | undefined): Promise<Prepared> {
  const { park } = record;
  const row = listItemOf(park);
  const askedAtMs = ports.clock.nowMs();
  const [written, webhook, item, conversation, still] = await Promise.allSettled([
    before ? ports.records.replace(before, record) : ports.records.create(record),
    ports.wakeWebhooks.create(park),
    park.showList ? ports.list.put(row, listItemTtlSeconds(row)) : undefined,
    park.showList ? ports.conversations.fetch(park.conversationSid) : undefined,
    before ? undefined : ports.tasks.fetch(park.task.sid),
  ]);
  const traces = {
    ...(webhook.status === 'fulfilled' && { webhookSid: webhook.value }),
    ...(item.status === 'fulfilled' && item.value && { listItem: item.value }),
  };
  const failed = [written, webhook, item, still].find((result) => result.status === 'rejected');
  if (failed?.status === 'rejected') {
    ports.log('prepare', 'failed', { reason: codeOf(failed.reason) });
    await undoPark(ports, { park, traces, marked: false });
    throw new ParkingError(codeOf(failed.reason), { cause: failed.reason });
  }
  const stored = await storedOrUndo(
    ports,
    { park, traces },
    written.status === 'fulfilled' ? written.value : undefined,
  );
  // From the moment that our record exists no other press can release the agent, so what counts is the task after it.
  if (!before) {
    const task = still.status === 'fulfilled' ? still.value : undefined;
    await orUndo(
      ports,
      { park, traces },
      ensureStillAssigned(ports, { sid: park.task.sid, task, readAtMs: askedAtMs }),
    );
  }
  const current = conversation.status === 'fulfilled' ? conversation.value : undefined;
  const attributes = current && traces.listItem && withListMark(current.attributes, traces.listItem);
  return { park, stored, traces, attributes };
}

/** Two presses at once write the row under one key: the one that lost the record gives it back. */
async function restoreRowOfWinner(ports: Ports, { conversationSid }: Park): Promise<void> {
  const stored = await ports.records.read(conversationSid);
  if (!stored?.record.park.showList || stored.record.state === 'returning') return;
  const row = listItemOf(stored.record.park);
  await ports.list.put(row, listItemTtlSeconds(row));
}

async function orUndo(ports: Ports, left: { park: Park; traces: Traces }, check: Promise<void>): Promise<void> {
  try {
    await check;
  } catch (error) {
    await undoPark(ports, { ...left, marked: false });
    throw new ParkingError(codeOf(error), { cause: error });
  }
}

async function storedOrUndo(
  ports: Ports,
  left: { park: Park; traces: Traces },
  written: Written | undefined,
): Promise<Stored> {
  if (written?.kind === 'written') return written.stored;
  await undoPark(ports, { ...left, marked: false });
  await step(ports, 'restore-row', () => restoreRowOfWinner(ports, left.park));
  throw new ParkingError('busy');
}
