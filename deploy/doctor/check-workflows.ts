import { z } from 'zod';

import type { Facts, WorkflowFacts } from './facts';
import { green, red, yellow } from './lines';
import type { Line } from './lines';

const TITLE = 'Workflow filters';

/** What `originalRouting` in the attributes of a returning task has. */
const FIELDS = ['queueName', 'queueSid', 'workerSid', 'parkId', 'priorityBoost'];

const target = z.object({
  queue: z.string().optional(),
  expression: z.string().optional(),
  skip_if: z.string().optional(),
  known_worker_sid: z.string().optional(),
});
const filter = z.object({
  filter_friendly_name: z.string().optional(),
  expression: z.string(),
  targets: z.array(target).default([]),
});

/** twilio.com/docs/taskrouter/workflow-configuration */
const workflow = z.object({ task_routing: z.object({ filters: z.array(filter).default([]) }) });

type Filter = z.infer<typeof filter>;

/** Filters that look at `originalRouting` have to name fields that exist; a known worker has to be in the queue. */
export function checkWorkflows({ workflows, queues }: Facts): Line[] {
  const lines = workflows.flatMap((held) => checkWorkflow(held, queues));
  if (lines.length > 0) return lines;
  const using = workflows.filter(({ configuration }) => configuration.includes('originalRouting')).length;
  const found = using > 0 ? `${using} use originalRouting, correctly` : 'none uses originalRouting';
  return [green(TITLE, found)];
}

function checkWorkflow({ friendlyName, configuration }: WorkflowFacts, queues: Facts['queues']): Line[] {
  const parsed = workflow.safeParse(parseJson(configuration));
  if (!parsed.success)
    return [red(TITLE, `"${friendlyName}" cannot be read`, 'Save the workflow again in the Console.')];
  return parsed.data.task_routing.filters.flatMap((held) => {
    const where = `"${friendlyName}", filter "${held.filter_friendly_name ?? held.expression}"`;
    return [...unknownFields(held, where), ...unknownQueues(held, where, queues), ...knownWorkers(held, where, queues)];
  });
}

function unknownFields(held: Filter, where: string): Line[] {
  const fields = [...JSON.stringify(held).matchAll(/originalRouting\.(\w+)/g)].map(([, field = '']) => field);
  const unknown = [...new Set(fields)].filter((field) => !FIELDS.includes(field));
  const remedy = `Use one of ${FIELDS.map((field) => `originalRouting.${field}`).join(', ')}.`;
  return unknown.map((field) => red(TITLE, `${where} looks at originalRouting.${field}, which no task has`, remedy));
}

function unknownQueues({ targets }: Filter, where: string, queues: Facts['queues']): Line[] {
  return targets
    .flatMap(({ queue }) => (queue !== undefined && !queues[queue] ? [queue] : []))
    .map((queue) => red(TITLE, `${where} routes to ${queue}, which does not exist`, 'Choose a queue that does.'));
}

/** Error 40152: a known worker who is not in the target's queue (twilio.com/docs/api/errors/40152). */
function knownWorkers({ targets }: Filter, where: string, queues: Facts['queues']): Line[] {
  return targets
    .filter(({ known_worker_sid: known, queue }) => known !== undefined && queue !== undefined)
    .flatMap(({ queue = '' }) => {
      const held = queues[queue];
      if (!held || held.hasWorkers) return [];
      const found = `${where} looks for a known worker in "${held.friendlyName}", where nobody is`;
      return [yellow('Known worker', found, "Widen the queue's expression until it includes the agents who park.")];
    });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
