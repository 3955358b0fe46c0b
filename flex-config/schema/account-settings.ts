import { featureKeyIn } from './feature-key';
import { isJsonObject } from './lenient-feature';
import { SETTINGS } from './park-interaction';
import { validSettings } from './park-interaction-settings';
import type { Problem } from './problems';
import { inputOf, type SettingInput } from './setting-inputs';
import type { Setting } from './setting-kinds';
import { REACH } from './setting-reach';

type JsonObject = Record<string, unknown>;

/** One setting as an admin sees it. */
export interface SettingOnPage {
  name: string;
  text: string;
  /** Absent: no setting of this version. It can only be taken out. */
  input?: SettingInput;
  byDefault?: unknown;
  /** What the account has; absent where it has nothing, and the default counts. */
  value?: unknown;
}

/** What an admin wants: new values, and settings that are to be as by default. */
export interface SettingsChange {
  set: JsonObject;
  reset: readonly string[];
}

export interface ChangedSetting {
  name: string;
  /** Absent: not set. */
  before?: unknown;
  after?: unknown;
  /** For whom and from when it counts. */
  reach: string;
}

/** What a change would do. */
export interface PlannedSettings {
  /** The account's `ui_attributes` afterwards, with everybody else's settings as they are. */
  uiAttributes: JsonObject;
  changes: ChangedSetting[];
  /** Why it must not be written, by the name of the setting; empty when it may. */
  problems: { name: string; message: string }[];
}

/** Our settings as they stand in the account; undefined where not even their place can be read. */
export function writtenSettings(uiAttributes: unknown): JsonObject | undefined {
  const features = ['custom_data', 'features'].reduce(inside, uiAttributes ?? {});
  const held = isJsonObject(features) ? inside(features, featureKeyIn(features)) : undefined;
  return isJsonObject(held) ? held : undefined;
}

function inside(held: unknown, key: string): unknown {
  return isJsonObject(held) ? (held[key] ?? {}) : undefined;
}

/** Every setting of this version, and whatever else the account has among ours. */
export function settingsOnPage(written: JsonObject): SettingOnPage[] {
  const known = Object.entries(SETTINGS).map(([name, setting]) => onPage(name, setting));
  const strange = Object.keys(written)
    .filter((name) => !Object.hasOwn(SETTINGS, name))
    .map((name): SettingOnPage => ({ name, text: 'Not a setting of this version.' }));
  return [...known, ...strange].map((setting) => ({
    ...setting,
    ...(Object.hasOwn(written, setting.name) && { value: written[setting.name] }),
  }));
}

function onPage(name: string, { byDefault, effect, perQueue, schema, type }: Setting): SettingOnPage {
  const input = inputOf(schema);
  const hints = [
    ...('mayBeNull' in input && input.mayBeNull ? ['Leave it empty for null.'] : []),
    ...(input.kind === 'json' ? [`As JSON: ${type}${EXAMPLES[type] ?? ''}.`] : []),
    ...(perQueue ? ['A queue may say otherwise: see queues.'] : []),
  ];
  return { name, text: [plain(effect), ...hints].join(' '), input, byDefault };
}

const EXAMPLES: Readonly<Record<string, string>> = {
  'a text per language tag': ', such as {"en":"We are on it."}',
  'settings per queue': ', such as {"Sales":{"may_park":false}}',
};

/** Texts are written for the documentation: without the signs of Markdown. */
function plain(text: string): string {
  return text.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/`|(?<![a-z])_|_(?![a-z])/g, '');
}

/** Only keys of ours are touched. `uiAttributes` must be readable, see `writtenSettings`. */
export function planSettings(uiAttributes: JsonObject, { reset, set }: SettingsChange): PlannedSettings {
  const before = writtenSettings(uiAttributes) ?? {};
  const kept = Object.entries(before).filter(([name]) => !reset.includes(name));
  const after = Object.fromEntries([...kept, ...Object.entries(set)]);
  const planned = withWritten(uiAttributes, after);
  const read = validSettings(planned.uiAttributes);
  return {
    uiAttributes: planned.uiAttributes,
    changes: differingNames(before, after).map((name) => changeOf(name, before, after)),
    problems: read.ok ? [] : read.problems.map((problem) => ofSetting(problem, planned.path)),
  };
}

function withWritten(uiAttributes: JsonObject, written: JsonObject): { uiAttributes: JsonObject; path: string } {
  const customData = objectOf(uiAttributes.custom_data);
  const features = objectOf(customData.features);
  const key = featureKeyIn(features);
  return {
    uiAttributes: {
      ...uiAttributes,
      custom_data: { ...customData, features: { ...features, [key]: written } },
    },
    path: `ui_attributes.custom_data.features.${key}.`,
  };
}

const objectOf = (held: unknown): JsonObject => (isJsonObject(held) ? held : {});

function changeOf(name: string, before: JsonObject, after: JsonObject): ChangedSetting {
  return {
    name,
    reach: Object.entries(REACH).find(([known]) => known === name)?.[1] ?? 'Nothing reads it.',
    ...(Object.hasOwn(before, name) && { before: before[name] }),
    ...(Object.hasOwn(after, name) && { after: after[name] }),
  };
}

/** `queues.Support.may_park must …` belongs to the setting `queues`. */
function ofSetting({ message, path }: Problem, root: string): { name: string; message: string } {
  if (!path.startsWith(root)) return { name: '', message: `${path} ${message}` };
  const [name = '', ...rest] = path.slice(root.length).split('.');
  return { name, message: [rest.join('.'), message].filter(Boolean).join(' ') };
}

/** The settings that are not the same in both. */
export function differingNames(one: JsonObject, other: JsonObject): string[] {
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...names].filter((name) => JSON.stringify(own(one, name)) !== JSON.stringify(own(other, name)));
}

function own(held: JsonObject, name: string): unknown {
  return Object.hasOwn(held, name) ? held[name] : undefined;
}
