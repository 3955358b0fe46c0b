import { z } from 'zod';

/** What a setting may be: for people, and for the program. The rules are what people read after the setting's path. */
export interface Kind {
  type: string;
  schema: z.ZodTypeAny;
}

export const trueOrFalse = {
  type: 'true or false',
  schema: z.boolean({ invalid_type_error: 'must be true or false' }),
} satisfies Kind;

export function oneOf<Values extends [string, ...string[]]>(...values: Values) {
  const [last, ...others] = [...values].reverse();
  const type = `${others.reverse().join(', ')} or ${last}`;
  return { type, schema: z.enum(values, { errorMap: () => ({ message: `must be ${type}` }) }) } satisfies Kind;
}

interface Range {
  min: number;
  max: number;
  of: string;
}

function wholeNumberSchema({ min, max, of }: Range, end = '') {
  const rule = `must be a whole number of ${of} from ${min} to ${max}${end}`;
  return z.number({ invalid_type_error: rule }).int(rule).min(min, rule).max(max, rule);
}

export function wholeNumber(range: Range) {
  return { type: `number of ${range.of}`, schema: wholeNumberSchema(range) } satisfies Kind;
}

export function wholeNumberOrNull(range: Range) {
  return {
    type: `number of ${range.of}, or null`,
    schema: wholeNumberSchema(range, ', or null').nullable(),
  } satisfies Kind;
}

export const hoursOrNull = {
  type: 'number of hours, or null',
  schema: z
    .number({ invalid_type_error: 'must be a number of hours, or null' })
    .positive('must be more than 0')
    .nullable(),
} satisfies Kind;

export const texts = {
  type: 'list of texts',
  schema: z
    .array(z.string().min(1, 'must not be empty').max(60, 'must have 60 characters at most'), {
      invalid_type_error: 'must be a list of texts',
    })
    .max(20, 'must have 20 entries at most'),
} satisfies Kind;

/** By language tag, such as `en` or `pt-BR`; the first one is for every other language. */
export const textPerLanguage = {
  type: 'a text per language tag',
  schema: z.record(z.string().min(1, 'must not be empty').max(1000, 'must have 1000 characters at most'), {
    invalid_type_error: 'must be an object: a text per language tag',
  }),
} satisfies Kind;

const QUEUE_RULE = 'must be original or the SID of a queue (WQ and 32 hex digits)';

function isQueueSid(text: string): text is `WQ${string}` {
  return text.startsWith('WQ');
}

export const originalOrQueue = {
  type: 'original, or a queue’s SID',
  schema: z
    .string({ invalid_type_error: QUEUE_RULE })
    .regex(/^(original|WQ[0-9a-f]{32})$/, QUEUE_RULE)
    .transform((text) => (isQueueSid(text) ? text : ('original' as const))),
} satisfies Kind;

const FLOW_RULE = 'must be the SID of a Studio flow (FW and 32 hex digits), or null';

function isFlowSid(text: string): text is `FW${string}` {
  return text.startsWith('FW');
}

export const flowOrNull = {
  type: 'a Studio flow’s SID, or null',
  schema: z
    .string({ invalid_type_error: FLOW_RULE })
    .regex(/^FW[0-9a-f]{32}$/, FLOW_RULE)
    .transform((text) => (isFlowSid(text) ? text : null))
    .nullable(),
} satisfies Kind;
