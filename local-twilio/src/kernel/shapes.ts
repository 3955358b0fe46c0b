import { z } from 'zod';
import type { Sid } from './sids';

/** A schema whose input is anything and whose output is exactly that type. */
export type Shape<T> = z.ZodType<T, z.ZodTypeDef, unknown>;

/** What is kept in that shape: nothing of it changes but the fields that are named. */
export type Kept<S extends z.ZodTypeAny, Changing extends keyof z.output<S> = never> = Readonly<
  Omit<z.output<S>, Changing>
> &
  Pick<z.output<S>, Changing>;

export const sid = <Prefix extends string>(prefix: Prefix): Shape<Sid<Prefix>> =>
  z.custom<Sid<Prefix>>((value) => typeof value === 'string' && value.startsWith(prefix), {
    message: `Must be a SID that begins with ${prefix}`,
  });

/** What is a Map in memory is a list in JSON; `keyOf` says where each thing belongs. */
export const mapOf = <T, Key>(shape: Shape<T>, keyOf: (one: T) => Key): Shape<Map<Key, T>> =>
  z.array(shape).transform((list) => new Map(list.map((one): [Key, T] => [keyOf(one), one])));

export const bySid = <T extends { readonly sid: string }>(shape: Shape<T>): Shape<Map<string, T>> =>
  mapOf(shape, (one) => one.sid);

/** Milliseconds since the epoch. */
export const ms = z.number();
export const msOrNull = ms.nullable();
export const textOrNull = z.string().nullable();
