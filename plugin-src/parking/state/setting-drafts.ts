import { lenientFeature } from '../../../flex-config/schema/lenient-feature';
import { SETTINGS } from '../../../flex-config/schema/park-interaction';
import type { SettingInput, SettingOnPage } from '../../../serverless-functions/src/contract/parking-settings';
import type { Text } from '../strings/text';

/** What an admin has entered, by setting; null: it is to be as by default. */
export type Drafts = Readonly<Record<string, string | null>>;

/** As the Functions take it. */
export interface SettingsChange {
  set: Record<string, unknown>;
  reset: string[];
}

/** A value as it is entered. Nothing stands for null. */
export function textOf(value: unknown, input: SettingInput | undefined): string {
  if (value === undefined || value === null) return '';
  if (input?.kind === 'lines' && Array.isArray(value)) return value.join('\n');
  return typeof value === 'string' ? value : JSON.stringify(value, null, 2);
}

/** What was entered, as far as it can be told; whether it may be so is for the schema to say. */
export function valueOf(text: string, input: SettingInput): unknown {
  switch (input.kind) {
    case 'choice':
      return input.choices.find((choice) => String(choice) === text) ?? text;
    case 'number':
      if (text.trim() === '') return input.mayBeNull ? null : text;
      return Number.isFinite(Number(text)) ? Number(text) : text;
    case 'text':
      return text.trim() === '' && input.mayBeNull ? null : text.trim();
    case 'lines':
      return text
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean);
    case 'json':
      return jsonOr(text);
  }
}

function jsonOr(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** “Default: 30” */
export function standardText({ byDefault, input }: SettingOnPage, text: Text): string {
  const value = textOf(byDefault, input).replace(/\n/g, ', ') || text('ParkInteractionSettingsNone');
  return text('ParkInteractionSettingsDefault', { value });
}

/** What is entered now: the draft, or what counts in the account. */
export function enteredText({ byDefault, input, name, value }: SettingOnPage, drafts: Drafts): string {
  const draft = drafts[name];
  return draft ?? textOf(draft === null || value === undefined ? byDefault : value, input);
}

/** Whether the account will have a value of its own. */
export function willBeSet({ name, value }: SettingOnPage, drafts: Drafts): boolean {
  return drafts[name] === undefined ? value !== undefined : drafts[name] !== null;
}

/** What the drafts change; what was typed and taken back changes nothing. */
export function changeOf(settings: readonly SettingOnPage[], drafts: Drafts): SettingsChange {
  const set: Record<string, unknown> = {};
  const reset: string[] = [];
  for (const { byDefault, input, name, value } of settings) {
    const draft = drafts[name];
    if (draft === null && value !== undefined) reset.push(name);
    if (typeof draft !== 'string' || !input) continue;
    const wanted = valueOf(draft, input);
    if (!isSame(wanted, value === undefined ? byDefault : value)) set[name] = wanted;
  }
  return { set, reset };
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** What is wrong with each, in the words of the schema; a setting that this version does not know is left to the Functions. */
export function problemsOf({ set }: SettingsChange): Readonly<Record<string, string>> {
  const known = Object.entries(set).filter(([name]) => name in SETTINGS);
  const { wrong } = lenientFeature(Object.fromEntries(known));
  return Object.fromEntries(wrong.map(({ message, path: [name = '', ...rest] }) => [name, sentence(rest, message)]));
}

function sentence(path: readonly string[], message: string): string {
  return [path.join('.'), message].filter(Boolean).join(' ');
}
