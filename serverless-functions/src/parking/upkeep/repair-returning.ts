import type { TaskSid, WorkerSid } from '../../contract/sids';
import { apply } from '../apply';
import { cleanUp } from '../clean-up';
import { decide } from '../domain/decide';
import type { ReturningRecord } from '../domain/record';
import { keepsWebhook } from '../domain/routing';
import { codeOf } from '../errors';
import type { Ports, Stored } from '../ports';
import { isServedBy, isUnaccepted, isYoung } from '../truth';
import { died } from './task-event';

interface Repairing {
  /** In a round over all records, what a dead Function may have left is taken away again. */
  inRound: boolean;
  repaired: (what: string) => void;
}

/** What is on its way back: waits, was accepted, or has lost its task. */
export async function repairReturning(
  ports: Ports,
  stored: Stored<ReturningRecord>,
  { inRound, repaired }: Repairing,
): Promise<void> {
  const { record } = stored;
  const { taskSid, park, target } = record;
  const [status, conversation] = await Promise.all([
    ports.tasks.status(taskSid),
    ports.conversations.fetch(park.conversationSid),
  ]);
  if (!conversation || conversation.state === 'closed') {
    await apply(ports, stored, decide(record, { type: 'conversationClosed' }));
    return repaired('conversation is closed: park ended');
  }
  const isServed = await isServedBy(ports, record, status);
  // It waits in a queue, or is too new to be seen.
  if (isServed && (isUnaccepted(status) || (status === undefined && isYoung(ports, record)))) {
    if (inRound) await cleanUp(ports, record, { webhook: !keepsWebhook(target), conversation });
    return;
  }
  if (isServed) {
    const takenBy = await whoTook(ports, taskSid);
    await apply(ports, stored, { ...decide(record, { type: 'taskAccepted', taskSid }), takenBy });
    return repaired('accepted: traces removed');
  }
  await died(ports, stored, { taskSid });
  repaired('its task died: routed again or parked');
}

/** For the history only: the event that would have said it was lost. */
async function whoTook(ports: Ports, task: TaskSid): Promise<WorkerSid | undefined> {
  try {
    return (await ports.tasks.acceptedBy(task))?.workerSid;
  } catch (error) {
    ports.log('who-took-it', 'failed', { reason: codeOf(error) });
    return undefined;
  }
}
