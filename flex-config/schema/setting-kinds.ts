import { z } from 'zod';

/** What a setting may be: for people, and for the program. The rules are what people read after the setting's path. */
export interface Kind {
  type: string;
  schema: z.ZodTypeAny;
}

/** One setting. Everything else that is known of it, types and documents too, follows from this. */
export interface Setting extends Kind {
  byDefault: unknown;
  /** What people read about it. */
  effect: string;
  /** A queue may say otherwise. */
  perQueue?: true;
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

const HTTPS_RULE = 'must be an https address with the name of a host, and without a login, or null';

export const httpsOrNull = {
  type: 'an https address, or null',
  schema: z.string({ invalid_type_error: HTTPS_RULE }).refine(isHttpsAddress, HTTPS_RULE).nullable(),
} satisfies Kind;

/** Neither a login, which would stand in the log, nor a number or localhost, behind which are only machines of Twilio. */
function isHttpsAddress(text: string): boolean {
  if (!/^https:\/\/[^\s\\]+$/.test(text)) return false;
  try {
    const { hostname, password, username } = new URL(text);
    const isIp = hostname.startsWith('[') || /^[0-9.]+$/.test(hostname);
    return !username && !password && !isIp && !/(^|\.)localhost\.?$/.test(hostname);
  } catch {
    return false;
  }
}

const PRESET_RULE = 'must be like “in 30 minutes”, “in 2 hours”, “today 15:00”, “tomorrow 09:00” or “monday 09:00”';
const PRESET =
  /^(in [1-9][0-9]{0,2} (minutes?|hours?)|(today|tomorrow|monday|tuesday|wednesday|thursday|friday|saturday|sunday) ([01][0-9]|2[0-3]):[0-5][0-9])$/;

export const presets = {
  type: 'list of times',
  schema: z
    .array(z.string().regex(PRESET, PRESET_RULE), { invalid_type_error: 'must be a list of times' })
    .max(10, 'must have 10 entries at most'),
} satisfies Kind;

const ZONE_RULE = 'must be the name of a time zone, such as Europe/Berlin, or null';

export const timeZoneOrNull = {
  type: 'a time zone, or null',
  schema: z.string({ invalid_type_error: ZONE_RULE }).refine(isTimeZone, ZONE_RULE).nullable(),
} satisfies Kind;

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
