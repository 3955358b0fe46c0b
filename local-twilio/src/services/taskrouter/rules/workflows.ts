import type { TaskRouter } from '../commands';
import { getFrom } from '../store';
import type { TaskRouterStore } from '../store';
import type { Routing } from './routing';
import { readConfiguration } from './workflow-configuration';

type Workflows = Pick<TaskRouter, 'configureWorkflow'>;

export function createWorkflows(store: TaskRouterStore, routing: Routing): Workflows {
  return {
    configureWorkflow(sid, text, { reEvaluateTasks = false } = {}) {
      const configured = {
        ...getFrom(store.workflows, sid, 'Workflows'),
        configuration: readConfiguration(store, text),
        configurationText: text,
      };
      store.workflows.set(sid, configured);
      if (!reEvaluateTasks) return configured;
      routing.hold(() => {
        for (const task of store.tasks.values())
          if (task.workflowSid === sid && task.assignmentStatus === 'pending') routing.restart(task);
      });
      return configured;
    },
  };
}
