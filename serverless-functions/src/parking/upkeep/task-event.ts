import type { ConversationSid, TaskSid } from '../../contract/sids';
import { claimAndRoute } from '../unpark/claim';
import { forget } from '../clean-up';
import { rearm } from '../unpark/rearm';
import type { Ports, Stored } from '../ports';
import { rounds } from '../records';
import { isCustomerWaiting } from '../truth';

/** What a TaskRouter event means for parking. */
export interface TaskEvent {
  what: 'accepted' | 'died';
  taskSid: TaskSid;
  conversationSid: ConversationSid;
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
  return rounds(ports, event.conversationSid, (stored) => {
    if (stored?.record.state !== 'returning' || stored.record.taskSid !== event.taskSid)
      return Promise.resolve(IGNORED);
    return event.what === 'accepted' ? accepted(ports, stored) : died(ports, stored, event.taskSid);
  });
}

async function accepted(ports: Ports, stored: Stored): Promise<TaskEventAnswer> {
  await forget(ports, stored);
  return DONE;
}

/** Routes by workflow when the customer waits; otherwise the conversation is parked as before. */
export async function died(ports: Ports, stored: Stored, taskSid: TaskSid): Promise<TaskEventAnswer | undefined> {
  const claim = { claimId: ports.newId(), atMs: ports.clock.nowMs() };
  const customerWaiting = await isCustomerWaiting(ports, stored.record.park);
  const claimed = await claimAndRoute(ports, stored, { type: 'taskDied', taskSid, customerWaiting, claim });
  if (claimed.kind === 'again') return undefined;
  if (claimed.kind === 'noted') await rearm(ports, stored.record.park.conversationSid);
  return DONE;
}
