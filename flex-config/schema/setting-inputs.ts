import { z } from 'zod';

/** How a person enters a setting on a page. Whatever has no shape of its own is entered as JSON. */
export type SettingInput =
  | { kind: 'choice'; choices: (string | boolean)[] }
  | { kind: 'number' | 'text'; mayBeNull: boolean }
  /** A list of texts, one on each line. */
  | { kind: 'lines' }
  | { kind: 'json' };

export function inputOf(schema: z.ZodTypeAny, mayBeNull = false): SettingInput {
  if (schema instanceof z.ZodNullable) return inputOf(schema.unwrap(), true);
  if (schema instanceof z.ZodEffects) return inputOf(schema.innerType(), mayBeNull);
  if (schema instanceof z.ZodBoolean) return { kind: 'choice', choices: [true, false] };
  if (schema instanceof z.ZodEnum) return { kind: 'choice', choices: [...schema.options] };
  if (schema instanceof z.ZodNumber) return { kind: 'number', mayBeNull };
  if (schema instanceof z.ZodString) return { kind: 'text', mayBeNull };
  if (schema instanceof z.ZodArray && schema.element instanceof z.ZodString) return { kind: 'lines' };
  return { kind: 'json' };
}
