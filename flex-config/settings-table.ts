import { ConfigError } from './config-error';
import { FUNCTIONS_URL } from './schema/functions-url';
import { SETTINGS } from './schema/park-interaction';
import type { Setting } from './schema/setting-kinds';

const START = '<!-- settings: start (npm run config -- docs --write docs/settings.md) -->';
const END = '<!-- settings: end -->';

/** Markdown table of every setting, laid out as Prettier leaves it. Paths are below `ui_attributes.custom_data`. */
export function settingsTable(): string {
  const rows = [
    row('serverless_functions_url', FUNCTIONS_URL),
    ...Object.entries(SETTINGS).map(([name, setting]) => row(`features.park_interaction.${name}`, setting)),
  ];
  return markdownTable(['Setting', 'Type', 'Default', 'Effect'], rows);
}

function row(path: string, { type, byDefault, effect }: Setting): string[] {
  const text = typeof byDefault === 'string' ? byDefault : JSON.stringify(byDefault);
  return [`\`${path}\``, type, byDefault === undefined ? 'none' : `\`${text}\``, effect];
}

function markdownTable(head: string[], rows: string[][]): string {
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => (row[column] ?? '').length)));
  const line = (cells: string[]) => `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`;
  return [line(head), rule, ...rows.map(line)].join('\n');
}

/** The document with the block between the two markers replaced by the current table. Throws without the markers. */
export function withSettingsTable(document: string): string {
  const start = document.indexOf(START);
  const end = document.indexOf(END);
  if (start < 0 || end < start) {
    throw new ConfigError('block-missing', `The document needs these two lines: ${START} and ${END}`);
  }
  return `${document.slice(0, start)}${START}\n\n${settingsTable()}\n\n${document.slice(end)}`;
}
