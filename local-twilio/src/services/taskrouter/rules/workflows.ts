import { invalidParameter } from '../../../kernel/errors';
import type { Context } from '../events';
import type { Workflow } from '../entities';
import { getFrom, isOpen, type TaskRouterStore } from '../store';
import type { WorkflowChanges, WorkspaceCommands } from '../workspace-commands';
import { checkName, checkUnique, inUse } from './names';
import type { Routing } from './routing';
import { readConfiguration } from './workflow-configuration';

type Workflows = Pick<WorkspaceCommands, 'createWorkflow' | 'changeWorkflow' | 'configureWorkflow' | 'removeWorkflow'>;

const TASK_RESERVATION_TIMEOUT_SECONDS = 120;

const callbacksOf = ({ assignmentCallbackUrl, fallbackAssignmentCallbackUrl }: WorkflowChanges) => ({
  ...(assignmentCallbackUrl !== undefined && { assignmentCallbackUrl }),
  ...(fallbackAssignmentCallbackUrl !== undefined && { fallbackAssignmentCallbackUrl }),
});

/** https://www.twilio.com/docs/taskrouter/api/workflow */
export function createWorkflows(context: Context, store: TaskRouterStore, routing: Routing): Workflows {
  const { clock, events, limits, sids } = context;

  const fieldsOf = (changes: WorkflowChanges, sid?: string) => {
    const { friendlyName, configuration, taskReservationTimeoutSeconds: timeout } = changes;
    if (friendlyName !== undefined) {
      const others = [...store.workflows.values()].map((one) => ({ sid: one.sid, name: one.friendlyName }));
      checkUnique({ context, store }, 'Workflow', { name: checkName(context, friendlyName), sid, others });
    }
    if (timeout !== undefined && !(timeout >= 1 && timeout <= limits.reservationTimeoutSecondsMax))
      throw invalidParameter(`TaskReservationTimeout is from 1 to ${limits.reservationTimeoutSecondsMax}`);
    return {
      ...(friendlyName !== undefined && { friendlyName }),
      ...(timeout !== undefined && { taskReservationTimeoutSeconds: timeout }),
      ...callbacksOf(changes),
      ...(configuration !== undefined && {
        configuration: readConfiguration(store, configuration),
        configurationText: configuration,
      }),
    };
  };

  const evaluateAgain = (workflowSid: string) =>
    routing.hold(() => {
      for (const task of store.tasks.values())
        if (task.workflowSid === workflowSid && task.assignmentStatus === 'pending') routing.restart(task);
    });

  const changeWorkflow: Workflows['changeWorkflow'] = (sid, changes, { reEvaluateTasks = false } = {}) => {
    const held = getFrom(store.workflows, sid, 'Workflows');
    const workflow = { ...held, ...fieldsOf(changes, sid), updatedAtMs: clock.nowMs() };
    store.workflows.set(sid, workflow);
    events.emit({ type: 'workflow.updated', workflow });
    if (reEvaluateTasks) evaluateAgain(sid);
    return workflow;
  };

  return {
    changeWorkflow,
    configureWorkflow: (sid, configuration, options) => changeWorkflow(sid, { configuration }, options),
    createWorkflow(given) {
      const { friendlyName, configuration } = given;
      const workflow: Workflow = {
        sid: sids.next('WW'),
        createdAtMs: clock.nowMs(),
        friendlyName,
        configuration: readConfiguration(store, configuration),
        taskReservationTimeoutSeconds: TASK_RESERVATION_TIMEOUT_SECONDS,
        ...fieldsOf(given),
      };
      store.workflows.set(workflow.sid, workflow);
      events.emit({ type: 'workflow.created', workflow });
      return workflow;
    },
    removeWorkflow(sid) {
      const workflow = getFrom(store.workflows, sid, 'Workflows');
      const task = [...store.tasks.values()].filter(isOpen).find(({ workflowSid }) => workflowSid === sid);
      if (task) throw inUse(`Workflow ${sid}`, `task ${task.sid} is in it`);
      store.workflows.delete(sid);
      events.emit({ type: 'workflow.deleted', workflow });
    },
  };
}
