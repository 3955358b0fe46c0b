import type * as FlexUi from '@twilio/flex-ui';

import { parkTargetOf, type TaskLike } from './task';

/** The tasks that Flex has offered to this agent or that they have accepted. */
export interface MyTasks {
  /** Whether one of them carries the conversation. */
  hasConversation(conversationSid: string): boolean;
  /** SIDs of the tasks that carry it. */
  tasksWith(conversationSid: string): string[];
  /** Accepts the task as soon as it is offered to this agent, and shows it. It never takes another agent's task. */
  takeWhenOffered(taskSid: string): void;
}

export interface MyTasksPorts {
  flex: Pick<typeof FlexUi, 'Actions'>;
  tasks: () => Iterable<OfferedTask>;
  onTaskReceived: (listener: (task: OfferedTask) => void) => () => void;
  schedule: (run: () => void, delayMs: number) => () => void;
}

/** `sid` is the reservation's. */
export interface OfferedTask extends TaskLike {
  readonly sid: string;
}

/** Later than this the agent has turned to something else. */
const WAIT_FOR_OFFER_MS = 60_000;

export function createMyTasks(ports: MyTasksPorts): MyTasks {
  const take = async ({ sid }: OfferedTask) => {
    await ports.flex.Actions.invokeAction('AcceptTask', { sid });
    // Flex opens the desktop with the task that is selected: an old one, which is over, would leave it empty.
    await ports.flex.Actions.invokeAction('SelectTask', { sid });
    await ports.flex.Actions.invokeAction('NavigateToView', { viewName: 'agent-desktop' });
  };
  const isOffer = (task: OfferedTask, taskSid: string) => task.taskSid === taskSid && task.status === 'pending';
  const tasksWith = (conversationSid: string) =>
    [...ports.tasks()]
      .filter((task) => isOpen(task) && parkTargetOf(task)?.conversationSid === conversationSid)
      .map(({ taskSid }) => taskSid);
  return {
    hasConversation: (conversationSid) => tasksWith(conversationSid).length > 0,
    tasksWith,
    takeWhenOffered(taskSid) {
      const offered = [...ports.tasks()].find((task) => isOffer(task, taskSid));
      // What fails here is only the shortcut: the task stays offered, and Flex tells why.
      if (offered) return void take(offered).catch(() => undefined);
      const stopListening = ports.onTaskReceived((task) => {
        if (!isOffer(task, taskSid)) return;
        stop();
        void take(task).catch(() => undefined);
      });
      const stopWaiting = ports.schedule(() => stop(), WAIT_FOR_OFFER_MS);
      const stop = () => {
        stopListening();
        stopWaiting();
      };
    },
  };
}

function isOpen({ status }: OfferedTask): boolean {
  return status === 'pending' || status === 'accepted';
}

export function myTasksOf(flex: typeof FlexUi, manager: FlexUi.Manager, schedule: MyTasksPorts['schedule']): MyTasks {
  return createMyTasks({
    flex,
    schedule,
    tasks: () => manager.store.getState().flex.worker.tasks.values(),
    onTaskReceived: (listener) => {
      manager.events.on('taskReceived', listener);
      return () => void manager.events.off('taskReceived', listener);
    },
  });
}
