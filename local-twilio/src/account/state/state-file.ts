import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import type { Shape } from '../../kernel/shapes';
import { contactCentre, type ContactCentre } from '../seed/contact-centre';
import { phone } from '../../services/customers/state';
import type { CustomerMessage } from '../../services/customers/commands';
import { StateError } from './state-error';
import { worldState, type WorldState } from './world-state';

const FORMAT = 'local-twilio';
const VERSION = 1;

/** What a file holds: a contact centre in few words, or a whole account as it was at a moment. */
export type StateFile =
  | { readonly kind: 'centre'; readonly centre: ContactCentre; readonly messages: readonly CustomerMessage[] }
  | { readonly kind: 'world'; readonly savedAtMs: number; readonly world: WorldState };

const word = z.string().regex(/^[a-z0-9-]+$/, 'Must be of small letters, digits and hyphens');
const name = z
  .string()
  .min(1)
  .max(100)
  .regex(/^[^"'\\]+$/, 'Must be without quotes');

const person = z
  .object({
    username: word,
    fullName: name,
    role: z.string().min(1).default('agent'),
    skills: z.array(word).default([]),
  })
  .strict();
const queue = z.object({ name, skill: word.optional() }).strict();
const message: Shape<CustomerMessage> = z
  .object({
    channel: z.enum(['web', 'whatsapp', 'sms']),
    address: z.string().min(1),
    name: z.string().min(1),
    body: z.string().min(1),
  })
  .strict();

const header = { format: z.literal(FORMAT), version: z.literal(VERSION) };
const centreFile = z
  .object({
    ...header,
    people: z.array(person).min(1).optional(),
    queues: z.array(queue).min(1).optional(),
    customers: z.array(phone).optional(),
    messages: z.array(message).default([]),
  })
  .strict();
const worldFile = z.object({ ...header, savedAtMs: z.number(), world: worldState }).strict();

/** Throws a StateError that says what is wrong, and where. */
export function parseState(text: string, file: string): StateFile {
  const content = readJson(text, file);
  const { format, version, world } = Object(content);
  if (format !== FORMAT) throw new StateError('state-not-ours', file, `its "format" is not "${FORMAT}"`);
  if (version !== VERSION)
    throw new StateError('state-version', file, `its version is ${version}, this program reads ${VERSION}`);
  if (world !== undefined) {
    const { savedAtMs, world: state } = checked(worldFile.safeParse(content), file);
    return { kind: 'world', savedAtMs, world: state };
  }
  const { messages, ...given } = checked(centreFile.safeParse(content), file);
  const { people, queues, customers } = { ...contactCentre, ...given };
  return { kind: 'centre', centre: { people, queues, customers }, messages };
}

function readJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new StateError('state-not-json', file, 'it is not JSON', { cause });
  }
}

function checked<T>(parsed: z.SafeParseReturnType<unknown, T>, file: string): T {
  if (parsed.success) return parsed.data;
  const [first] = parsed.error.issues;
  const more = parsed.error.issues.length - 1;
  const where = `${first?.path.join('.') || 'the whole'}: ${first?.message ?? 'wrong'}`;
  throw new StateError('state-invalid', file, more > 0 ? `${where} (and ${more} more)` : where);
}

/** Throws a StateError when it cannot be read. */
export function readState(file: string): StateFile {
  return parseState(readText(file), file);
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new StateError('state-unreadable', file, 'it cannot be read', { cause });
  }
}

/** Maps and sets become lists. */
function plain(_key: string, value: unknown): unknown {
  return value instanceof Map || value instanceof Set ? [...value.values()] : value;
}

export function stateText(world: WorldState, savedAtMs: number): string {
  return JSON.stringify({ format: FORMAT, version: VERSION, savedAtMs, world }, plain);
}

/** Whoever reads at any moment, or after a crash, finds the old content or the new, never half of it. */
export function writeState(file: string, text: string): void {
  const unfinished = `${file}.${process.pid}`;
  writeFileSync(unfinished, text, { flush: true });
  renameSync(unfinished, file);
}
