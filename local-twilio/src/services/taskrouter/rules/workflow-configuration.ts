import { z } from 'zod';
import { invalidParameter } from '../../../kernel/errors';
import { readJsonObject } from '../../../kernel/rest/body';
import type { WorkflowConfiguration, WorkflowTarget } from '../entities';
import { parseExpression } from './expression';
import { parseOrder } from './worker-order';
import type { TaskRouterStore } from '../store';

/** Twilio's own examples write numbers as text too: twilio.com/docs/taskrouter/workflow-configuration/known-agent-routing */
const whole = z.preprocess(
  (value) => (typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value),
  z.number().int(),
);
/** Consoles and providers write what they leave out as null or as an empty text. */
const optional = <T extends z.ZodTypeAny>(shape: T) =>
  z.preprocess((value) => (value === null || value === '' ? undefined : value), shape.optional());

const target = z
  .object({
    queue: optional(z.string()),
    known_worker_sid: optional(z.string()),
    known_worker_friendly_name: optional(z.string()),
    expression: optional(z.string()),
    priority: optional(whole.pipe(z.number().min(0))),
    timeout: optional(whole.pipe(z.number().positive())),
    skip_if: optional(z.string()),
    order_by: optional(z.string()),
  })
  .strict();

/** Older configurations name a filter in other ways. */
const nameKeys = ['filter_friendly_name', 'friendly_name', 'friendlyName', 'filterFriendlyName'];
const withOneName = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  const [, name] = entries.find(([key]) => nameKeys.includes(key)) ?? [];
  const others = Object.fromEntries(entries.filter(([key]) => !nameKeys.includes(key)));
  return name === undefined || name === null ? others : { ...others, filter_friendly_name: name };
};

const filter = z.preprocess(
  withOneName,
  z
    .object({ filter_friendly_name: z.string().optional(), expression: z.string(), targets: z.array(target).min(1) })
    .strict(),
);

/** https://www.twilio.com/docs/taskrouter/workflow-configuration */
const configuration = z
  .object({
    task_routing: z
      .object({
        filters: z.preprocess((value) => value ?? [], z.array(filter)),
        default_filter: z.preprocess((value) => value ?? undefined, target.optional()),
      })
      .strict(),
  })
  .strict();

/** The page about known agents leaves `task_routing` out. */
function withRouting(given: Record<string, unknown>): Record<string, unknown> {
  return !('task_routing' in given) && ('filters' in given || 'default_filter' in given)
    ? { task_routing: given }
    : given;
}

function checkTarget(held: WorkflowTarget): void {
  if (held.known_worker_sid !== undefined && held.known_worker_friendly_name !== undefined)
    throw invalidParameter('Configuration: known_worker_sid or known_worker_friendly_name, but not both');
  if (held.expression !== undefined) parseExpression(held.expression);
  if (held.skip_if !== undefined) parseExpression(held.skip_if);
  if (held.order_by !== undefined) parseOrder(held.order_by);
}

/** Reads a workflow's configuration, which arrives as JSON text; its queues have to exist and its expressions to parse. */
export function readConfiguration(store: TaskRouterStore, text: string): WorkflowConfiguration {
  const parsed = configuration.safeParse(withRouting(readJsonObject(text, 'Configuration')));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw invalidParameter(`Configuration: ${issue?.path.join('.') ?? ''} ${issue?.message ?? 'is invalid'}`);
  }
  const { filters, default_filter: fallback } = parsed.data.task_routing;
  if (fallback && fallback.queue === undefined) throw invalidParameter('Configuration: default_filter needs a queue');
  filters.forEach(({ targets: [first] }, index) => {
    // "The first target within a filter requires a queue."
    if (first?.queue === undefined)
      throw invalidParameter(`Configuration: task_routing.filters.${index}.targets.0 needs a queue`);
  });
  for (const { expression } of filters) parseExpression(expression);
  for (const held of [...filters.flatMap(({ targets }) => targets), ...(fallback ? [fallback] : [])]) checkTarget(held);
  return withQueueSids(store, parsed.data);
}

function queueNamed(store: TaskRouterStore, name: string): string {
  const { queues } = store;
  const found = queues.get(name) ?? [...queues.values()].find(({ friendlyName }) => friendlyName === name);
  if (!found) throw invalidParameter(`Configuration: queue ${name} is unknown`);
  return found.sid;
}

/** A queue that is named by its friendly name may be called otherwise one day. */
function withQueueSids(store: TaskRouterStore, { task_routing: routes }: WorkflowConfiguration): WorkflowConfiguration {
  const bySid = <Target extends WorkflowTarget>(held: Target): Target =>
    held.queue === undefined ? held : { ...held, queue: queueNamed(store, held.queue) };
  return {
    task_routing: {
      filters: routes.filters.map((one) => ({ ...one, targets: one.targets.map(bySid) })),
      ...(routes.default_filter && { default_filter: bySid(routes.default_filter) }),
    },
  };
}
