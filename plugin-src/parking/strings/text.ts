import type { ParkingStrings, StringKey } from './parking-strings';

export type TextValues = Readonly<Record<string, string | number>>;

/** A string of ours with its values filled in, as plain text: for React, titles and labels. */
export type Text = (key: StringKey, values?: TextValues) => string;

/** `override` is asked on every call: what an account sets in Flex's own strings counts. */
export function createText(strings: ParkingStrings, override: (key: StringKey) => string | undefined): Text {
  return (key, values = {}) => fill(override(key) ?? strings[key], values);
}

function fill(template: string, values: TextValues): string {
  return template.replace(/\{\{\s*(\w+)\s*\}\}/g, (_, name: string) => String(values[name] ?? ''));
}
