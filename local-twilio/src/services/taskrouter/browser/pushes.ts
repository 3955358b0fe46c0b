import type { Push, Pushes } from '../../../kernel/browser/push';
import type { TaskRouterAccount } from '../account';
import type { TaskRouterEvent } from '../events';
import type { TaskRouterAnswers } from './answers';

export const taskRouterPushes = (account: TaskRouterAccount, answers: TaskRouterAnswers): Pushes<TaskRouterEvent> => ({
  pushFor(event): Push | undefined {
    switch (event.type) {
      case 'reservation.created':
      case 'reservation.accepted':
      case 'reservation.rejected':
      case 'reservation.timeout':
      case 'reservation.canceled':
      case 'reservation.rescinded':
      case 'reservation.wrapup':
      case 'reservation.completed':
        return {
          workerSids: [event.worker.sid],
          eventType: event.type,
          payload: answers.reservation(event.reservation, event.task),
        };
      case 'task.updated':
      case 'task.wrapup':
      case 'task.completed':
      case 'task.canceled':
        return {
          workerSids: workersOfTask(account, event.task.sid),
          eventType: event.type,
          payload: answers.task(event.task),
        };
      case 'worker.activity.update':
      case 'worker.attributes.update':
        return { workerSids: [event.worker.sid], eventType: event.type, payload: answers.worker(event.worker) };
      case 'worker.capacity.update':
        return {
          workerSids: [event.worker.sid],
          eventType: event.type,
          payload: answers.workerChannel(event.channel),
        };
      default:
        return undefined;
    }
  },
});

function workersOfTask(account: TaskRouterAccount, taskSid: string): readonly string[] {
  const concerned = account.taskRouter
    .reservationsOfTask(taskSid)
    .filter(({ status }) => status !== 'rejected' && status !== 'timeout' && status !== 'rescinded');
  return [...new Set(concerned.map((one) => one.workerSid))];
}
