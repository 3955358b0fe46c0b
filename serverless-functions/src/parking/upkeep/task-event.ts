import type { ConversationSid, TaskSid, WorkerSid } from '../../contract/sids';
import { apply, retryOnConflict } from '../apply';
import { decide } from '../domain/decide';
import type { ReturningRecord } from '../domain/record';
import type { Found, Ports, Stored } from '../ports';
import { isUnreadable } from '../record-port';
import { hasAgent, isCustomerWaiting } from '../truth';
import { claimAndRoute } from '../unpark/route';

/** What a TaskRouter event means for parking. */
export interface TaskEvent {
  what: 'accepted' | 'died';
  taskSid: TaskSid;
  conversationSid: ConversationSid;
  /** Of the park that the task brings back, as its attributes say. */
  parkId?: string;
  /** Who has accepted it. */
  workerSid?: WorkerSid;
}

export interface TaskEventAnswer {
  status: 'done' | 'ignored';
}

const IGNORED: TaskEventAnswer = { status: 'ignored' };
const DONE: TaskEventAnswer = { status: 'done' };

/** The events of one request, one after the other. */
export async function taskEvents(ports: Ports, events: TaskEvent[]): Promise<TaskEventAnswer> {
  let answer = IGNORED;
  for (const event of events) if ((await taskEvent(ports, event)).status === 'done') answer = DONE;
  return answer;
}

/** The new task of a returning conversation was accepted, or died and must not leave the customer alone. */
export function taskEvent(ports: Ports, event: TaskEvent): Promise<TaskEventAnswer> {
  return retryOnConflict(
    () => ports.records.read(event.conversationSid),
    (found) => attempt(ports, event, found),
  );
}

async function attempt(ports: Ports, event: TaskEvent, found: Found): Promise<TaskEventAnswer | undefined> {
  if (!found || isUnreadable(found)) return IGNORED;
  if (event.what === 'accepted') return accepted(ports, event, found);
  const { record } = found;
  if (record.state !== 'returning' || record.taskSid !== event.taskSid) return IGNORED;
  return died(ports, { ...found, record }, event);
}

async function accepted(ports: Ports, event: TaskEvent, stored: Stored): Promise<TaskEventAnswer | undefined> {
  const { record } = stored;
  const { taskSid, parkId, workerSid: takenBy } = event;
  // An event may come late. Only the record of that very task needs no second look.
  const isCertain = record.state === 'returning' && record.taskSid === taskSid;
  if (!isCertain && !(parkId === record.park.parkId && (await isInHand(ports, record.park, taskSid)))) return IGNORED;
  const taken = decide(record, { type: 'taskAccepted', taskSid, parkId });
  const decision = taken.kind === 'ignored' ? decide(record, { type: 'agentJoined' }) : taken;
  const applied = await apply(ports, stored, { ...decision, takenBy });
  if (applied.kind === 'conflict') return undefined;
  return applied.kind === 'ended' ? DONE : IGNORED;
}

async function isInHand(ports: Ports, park: Stored['record']['park'], taskSid: TaskSid): Promise<boolean> {
  const [status, isThere] = await Promise.all([ports.tasks.status(taskSid), hasAgent(ports, park)]);
  return status === 'assigned' || isThere;
}

/** Routes by workflow when the customer waits; otherwise the conversation is parked as before. */
export async function died(
  ports: Ports,
  stored: Stored<ReturningRecord>,
  { taskSid }: Pick<TaskEvent, 'taskSid'>,
): Promise<TaskEventAnswer | undefined> {
  const claim = { claimId: ports.newId(), atMs: ports.clock.nowMs() };
  const customerWaiting = await isCustomerWaiting(ports, stored.record.park);
  const claimed = await claimAndRoute(ports, stored, { type: 'taskDied', taskSid, customerWaiting, claim });
  return claimed.kind === 'again' ? undefined : DONE;
}
