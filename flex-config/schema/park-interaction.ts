import { z } from 'zod';

import type { Camelized } from './camel-case';
import type { Kind, Setting } from './setting-kinds';
import { GENERAL_SETTINGS, QUEUE_ONLY_SETTINGS } from './settings';

type Named = Record<string, Kind>;
type PerQueue<Table> = { [Name in keyof Table as Table[Name] extends { perQueue: true } ? Name : never]: Table[Name] };
type Optional<Table extends Named> = { [Name in keyof Table]: z.ZodOptional<Table[Name]['schema']> };
type WithDefault<Table extends Named> = { [Name in keyof Table]: z.ZodDefault<Table[Name]['schema']> };

const MUST_BE_OBJECT = { invalid_type_error: 'must be an object' };

const queueKinds = { ...QUEUE_ONLY_SETTINGS, ...perQueue(GENERAL_SETTINGS) };

/** What one queue does otherwise. */
export const queueOverrides = z.object(optional(queueKinds), MUST_BE_OBJECT).strict();

const ownOfQueues = Object.keys(perQueue(GENERAL_SETTINGS)).map((name) => `\`${name}\``);

/** Every setting of the feature, by its name in the Flex configuration. */
export const SETTINGS = {
  ...GENERAL_SETTINGS,
  queues: {
    type: 'settings per queue',
    schema: z.record(queueOverrides, {
      invalid_type_error: 'must be an object: settings per queue, by its name or SID',
    }),
    byDefault: {},
    effect: `By the name or the SID of the queue in which a conversation is parked: \`may_park\` (false: no button there), and its own ${ownOfQueues.slice(0, -1).join(', ')} and ${ownOfQueues.at(-1)}.`,
  },
} as const satisfies Record<string, Setting>;

/** The feature's settings as they are written: all optional, nothing else allowed. */
export const parkInteraction = z.object(withDefaults(SETTINGS), MUST_BE_OBJECT).strict();
export type ParkInteraction = z.output<typeof parkInteraction>;

/** The same as code uses them. */
export type QueueOverrides = Camelized<z.output<typeof queueOverrides>>;
export interface FeatureSettings extends Omit<Camelized<ParkInteraction>, 'queues'> {
  /** By the queue's name or SID. */
  queues: Readonly<Record<string, QueueOverrides>>;
}

function perQueue<Table extends Record<string, Setting>>(table: Table): PerQueue<Table>;
function perQueue(table: Record<string, Setting>): object {
  return Object.fromEntries(Object.entries(table).filter(([, setting]) => setting.perQueue));
}

function optional<Table extends Named>(table: Table): Optional<Table>;
function optional(table: Named): object {
  return Object.fromEntries(Object.entries(table).map(([name, { schema }]) => [name, schema.optional()]));
}

function withDefaults<Table extends Record<string, Setting>>(table: Table): WithDefault<Table>;
function withDefaults(table: Record<string, Setting>): object {
  return Object.fromEntries(
    Object.entries(table).map(([name, { schema, byDefault }]) => [name, schema.default(byDefault)]),
  );
}
