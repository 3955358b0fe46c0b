import { z } from 'zod';

export const SETTINGS_PATH = '/flex/parking-settings';

/** Longer than any account's settings; a form field is text. */
const LONGEST_JSON = 100_000;

const change = z
  .string()
  .max(LONGEST_JSON)
  .transform((text, context) => {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      context.addIssue({ code: 'custom', message: 'must be JSON' });
      return z.NEVER;
    }
  })
  .pipe(z.object({ set: z.record(z.unknown()).default({}), reset: z.array(z.string()).max(200).default([]) }).strict());

/**
 * Admins ask for the settings (`Token` beside it), for what a change would do, and with `save` to make it. `change`:
 * JSON, new values by name, and the names that are to be as by default. `seen`: what the admin looked at, as the answer
 * had it.
 */
export const settingsRequest = z
  .object({
    change: change.optional(),
    seen: z.string().max(LONGEST_JSON).optional(),
    save: z.literal('yes').optional(),
  })
  .refine(({ change, save, seen }) => save === undefined || (change !== undefined && seen !== undefined));
export type SettingsRequest = z.output<typeof settingsRequest>;
/** The same as it is sent. */
export type SettingsForm = z.input<typeof settingsRequest>;

const input = z.union([
  z.object({ kind: z.literal('choice'), choices: z.array(z.union([z.string(), z.boolean()])) }),
  z.object({ kind: z.enum(['number', 'text']), mayBeNull: z.boolean() }),
  z.object({ kind: z.enum(['lines', 'json']) }),
]);
export type SettingInput = z.infer<typeof input>;

const setting = z.object({
  name: z.string(),
  /** What it does, in English, as the documentation says it. */
  text: z.string(),
  /** Absent: it is no setting of this version. It can only be taken out. */
  input: input.optional(),
  byDefault: z.unknown(),
  /** Absent where the account has none, so that the default counts. */
  value: z.unknown(),
});
export type SettingOnPage = z.infer<typeof setting>;

const changed = z.object({
  name: z.string(),
  before: z.unknown(),
  after: z.unknown(),
  /** For whom and from when it counts, in English. */
  reach: z.string(),
});
export type ChangedSetting = z.infer<typeof changed>;

const problem = z.object({ name: z.string(), message: z.string() });

/** All that there is to set, or what a change would do, or what it did. */
export const settingsAnswer = z.object({
  status: z.enum(['settings', 'checked', 'saved']),
  settings: z.array(setting),
  /** To be sent back with a change. */
  seen: z.string(),
  changes: z.array(changed),
  /** Why it is not saved, by setting; for people. */
  problems: z.array(problem),
});
export type SettingsAnswer = z.infer<typeof settingsAnswer>;
