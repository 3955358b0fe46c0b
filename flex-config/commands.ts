import { writeFileSync } from 'node:fs';

import { ConfigError } from './config-error';
import { environmentNames, readEnvironment, readText } from './environment-files';
import { environmentJsonSchema } from './json-schema';
import { settingsTable, withSettingsTable } from './settings-table';
import { validateEnvironment } from './validate';

/** What a command prints, and whether it went well: 0, or 1 when something is wrong. */
export interface Outcome {
  exitCode: 0 | 1;
  lines: string[];
}

/** Checks one environment, or all of them. Prints a line for each wrong path, or one that says it is fine. */
export function validate({ env, folder }: { env?: string; folder: string }): Outcome {
  const names = env === undefined ? environmentNames(folder) : [env];
  const checked = names.map((name) => ({ name, problems: validateEnvironment(readEnvironment(name, folder)) }));
  const lines = checked.flatMap(({ name, problems }) =>
    problems.length === 0 ? [`${name}: ok`] : problems.map(({ path, message }) => `${name}: ${path} ${message}`),
  );
  return { exitCode: checked.some(({ problems }) => problems.length > 0) ? 1 : 0, lines };
}

/** Prints the merged configuration of an environment as JSON. */
export function show({ env, folder }: { env: string; folder: string }): Outcome {
  return { exitCode: 0, lines: [JSON.stringify(readEnvironment(env, folder), null, 2)] };
}

/** Prints the table of settings, or compares the one in a file with it, or writes it there. */
export function docs({ check, write }: { check?: string; write?: string }): Outcome {
  if (check !== undefined) return checkDocs(check);
  if (write === undefined) return { exitCode: 0, lines: [settingsTable()] };
  writeFileSync(write, withSettingsTable(readText(write)));
  return { exitCode: 0, lines: [`${write}: settings written`] };
}

function checkDocs(path: string): Outcome {
  const text = readText(path);
  if (withSettingsTable(text) === text) return { exitCode: 0, lines: [`${path}: ok`] };
  return { exitCode: 1, lines: [`${path}: the settings table is old; run: npm run config -- docs --write ${path}`] };
}

/** Prints the JSON Schema of an environment's file, or compares a file with it, or writes it there. */
export function schema({ check, write }: { check?: string; write?: string }): Outcome {
  const text = environmentJsonSchema();
  if (write !== undefined) {
    writeFileSync(write, text);
    return { exitCode: 0, lines: [`${write}: schema written`] };
  }
  if (check === undefined) return { exitCode: 0, lines: [text.trimEnd()] };
  if (readText(check) === text) return { exitCode: 0, lines: [`${check}: ok`] };
  return { exitCode: 1, lines: [`${check}: the schema is old; run: npm run config -- schema --write ${check}`] };
}

/** Runs a command; what stops it becomes one line. Anything else is a defect and is thrown on. */
export function outcomeOf(command: () => Outcome): Outcome {
  try {
    return command();
  } catch (error) {
    return stoppedBy(error);
  }
}

/** The same for a command that waits for an account or a person. */
export async function outcomeOfAsync(command: () => Promise<Outcome>): Promise<Outcome> {
  try {
    return await command();
  } catch (error) {
    return stoppedBy(error);
  }
}

function stoppedBy(error: unknown): Outcome {
  if (error instanceof ConfigError) return { exitCode: 1, lines: [error.message] };
  throw error;
}
