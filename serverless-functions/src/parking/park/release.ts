import { listItemOf, listItemTtlSeconds } from '../domain/list-item';
import type { Traces } from '../domain/record';
import { customerWrote, isAgentReleased } from '../truth';
import { codeOf, isUnknown, ParkingError } from '../errors';
import type { Prepared } from './prepare';
import { putRow } from '../restore';
import { undoPark } from './undo';
import type { NewestMessages, Ports } from '../ports';

export interface Released {
  /** A customer wrote what the agent has not seen. */
  replied: boolean;
  agentName: string | undefined;
  /** As prepared, and with the row that was still missing. */
  traces: Traces;
}

/** What is not worth a wait: a nicer name, and a permission that the next park can give. */
const EXTRAS_MS = 1_500;

/** The pivot: the agent leaves the conversation. Beside it goes all that needs no more than that they are about to. */
export async function releaseAgent(ports: Ports, prepared: Prepared): Promise<Released> {
  const { park, attributes } = prepared;
  const item = listItemOf(park);
  const [left, mark, newest, name, reader, row] = await Promise.allSettled([
    release(ports, prepared),
    attributes === undefined ? undefined : ports.conversations.putAttributes(park.conversationSid, attributes),
    ports.conversations.newestMessages(park.conversationSid),
    ports.clock.timeout(ports.workers.nameOf(park.agent.workerSid), EXTRAS_MS),
    park.showList ? ports.clock.timeout(ports.list.letAgentRead(park.agent), EXTRAS_MS) : undefined,
    prepared.rowIsMissing ? putRow(ports, item, listItemTtlSeconds(item)) : undefined,
  ]);
  if (mark.status === 'rejected') ports.log('list-mark', 'failed', { reason: codeOf(mark.reason) });
  if (reader.status === 'rejected') ports.log('list-permission', 'failed', { reason: codeOf(reader.reason) });
  if (row.status === 'rejected') ports.log('list-row', 'left-to-reconcile', { reason: codeOf(row.reason) });
  if (left.status === 'rejected') await ensureReleased(ports, prepared, left.reason);
  ports.log('release', 'done');
  if (!park.wrapUp) ports.tasks.noteOver(park.task.sid);
  return {
    replied: newest.status === 'fulfilled' && (await replied(ports, prepared, newest.value)),
    agentName: name.status === 'fulfilled' ? name.value : undefined,
    traces: { ...prepared.traces, ...(row.status === 'fulfilled' && row.value && { listItem: row.value }) },
  };
}

function release(ports: Ports, { park }: Prepared): Promise<void> {
  return ports.interactions.release(park, park.agent.participantSid, park.wrapUp ? 'wrapup' : 'closed');
}

/** Resolves when the agent is gone after all; otherwise undoes what is safe to undo and throws. */
async function ensureReleased(ports: Ports, prepared: Prepared, failure: unknown): Promise<void> {
  if (isUnknown(failure)) return releaseAgain(ports, prepared);
  // "No such participant" may also mean that they were closed before: the task tells.
  if (await hasLeft(ports, prepared)) return;
  ports.log('release', 'failed', { reason: codeOf(failure) });
  await undoPark(ports, { ...prepared, marked: prepared.attributes !== undefined });
  throw new ParkingError(codeOf(failure), { cause: failure });
}

/** After a lost answer the release may still land, so nothing may be undone: it succeeds now or stays claimed. */
async function releaseAgain(ports: Ports, prepared: Prepared): Promise<void> {
  if (await hasLeft(ports, prepared)) return;
  try {
    await release(ports, prepared);
  } catch (error) {
    if (await hasLeft(ports, prepared)) return;
    ports.log('release', 'unconfirmed');
    throw new ParkingError('park-unconfirmed', { cause: error });
  }
}

async function hasLeft(ports: Ports, { park }: Prepared): Promise<boolean> {
  try {
    return await isAgentReleased(ports, park);
  } catch {
    return false;
  }
}

async function replied(ports: Ports, { park }: Prepared, newest: NewestMessages): Promise<boolean> {
  try {
    return await customerWrote(ports, park, newest);
  } catch (error) {
    // Nobody is lost: the webhook is live, and reconcile reads the newest messages again.
    ports.log('newest-messages', 'failed', { reason: codeOf(error) });
    return false;
  }
}
