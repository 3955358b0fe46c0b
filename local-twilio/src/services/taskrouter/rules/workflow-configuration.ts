import { z } from 'zod';
import { invalidParameter } from '../../../kernel/errors';
import { readJsonObject } from '../../../kernel/rest/body';
import type { WorkflowConfiguration } from '../entities';
import { parseExpression } from './expression';
import { getQueue } from '../store';
import type { TaskRouterStore } from '../store';

const target = z
  .object({
    queue: z.string(),
    known_worker_sid: z.string().optional(),
    known_worker_friendly_name: z.string().optional(),
    expression: z.string().optional(),
    priority: z.number().int().optional(),
    timeout: z.number().int().positive().optional(),
    skip_if: z.string().optional(),
    order_by: z.string().optional(),
  })
  .strict();
const filter = z
  .object({ filter_friendly_name: z.string().optional(), expression: z.string(), targets: z.array(target).min(1) })
  .strict();

/** https://www.twilio.com/docs/taskrouter/workflow-configuration */
const configuration = z
  .object({
    task_routing: z
      .object({ filters: z.array(filter).default([]), default_filter: z.object({ queue: z.string() }).optional() })
      .strict(),
  })
  .strict();

/** Reads a workflow's configuration, which arrives as JSON text; its queues have to exist and its expressions to parse. */
export function readConfiguration(store: TaskRouterStore, text: string): WorkflowConfiguration {
  const parsed = configuration.safeParse(readJsonObject(text, 'Configuration'));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw invalidParameter(`Configuration: ${issue?.path.join('.') ?? ''} ${issue?.message ?? 'is invalid'}`);
  }
  const { filters, default_filter: fallback } = parsed.data.task_routing;
  const targets = filters.flatMap((held) => held.targets);
  for (const { queue } of [...targets, ...(fallback ? [fallback] : [])]) getQueue(store, queue);
  for (const { expression } of filters) parseExpression(expression);
  for (const { expression, skip_if: skipIf } of targets)
    [expression, skipIf].forEach((text) => text && parseExpression(text));
  return parsed.data;
}
