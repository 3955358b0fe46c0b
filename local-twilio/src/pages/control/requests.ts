import { z } from 'zod';
import { detailKinds } from './details';

/** A year and a day: a date that JavaScript cannot say would be the end. */
const LONGEST_STEP_MS = 367 * 24 * 3_600_000;

const channel = z.enum(['web', 'whatsapp', 'sms']);

/** Bodies of the control endpoints. */
export const requests = {
  advance: z.object({ ms: z.number().int().nonnegative().max(LONGEST_STEP_MS) }).strict(),
  write: z.object({ channel, address: z.string().min(1), name: z.string().min(1), body: z.string().min(1) }).strict(),
  type: z.object({ channel, address: z.string().min(1) }).strict(),
  fault: z
    .object({
      operationId: z.string().min(1),
      host: z.string().optional(),
      times: z.number().int().positive().default(1),
      when: z.enum(['before', 'after']).default('before'),
      outcome: z.union([z.number().int().min(400).max(599), z.enum(['timeout', 'none'])]).default(500),
      latencyMs: z.number().int().nonnegative().optional(),
    })
    .strict(),
  webhookFault: z
    .object({
      mishap: z.enum(['lost', 'answer-lost', 'late', 'twice', 'out-of-order']),
      eventType: z.string().min(1).default('*'),
      kind: z.enum(['conversations', 'taskrouter', 'studio']).optional(),
      url: z.string().min(1).optional(),
      times: z.number().int().positive().default(1),
      delayMs: z.number().int().nonnegative().max(LONGEST_STEP_MS).optional(),
    })
    .strict(),
  token: z.object({ username: z.string().min(1), ttlSeconds: z.number().int().positive().optional() }).strict(),
  activity: z.object({ username: z.string().min(1), activity: z.string().min(1) }).strict(),
  eventCallback: z.object({ url: z.string().url().nullable(), events: z.array(z.string()).default([]) }).strict(),
  flexConfiguration: z.record(z.unknown()),
  details: z.object({ kind: z.enum(detailKinds), id: z.string() }),
} as const;
