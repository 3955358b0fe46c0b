import type { Outcome } from './commands';
import { changesBetween, describeChange } from './changes';
import { changeEnvironment, readEnvironment } from './environment-files';
import { merge } from './merge';
import { fullPath, objectAt, readValue } from './setting-path';
import { validateEnvironment } from './validate';

/** Changes one setting in the file of an environment, if the schema allows it. Accounts are not touched. */
export function set({
  path,
  value,
  env,
  folder,
}: {
  path: string;
  value: string;
  env: string;
  folder: string;
}): Outcome {
  const before = readEnvironment(env, folder);
  const values = objectAt(fullPath(path), readValue(value));
  const after = merge(before, values);
  const problems = validateEnvironment(after);
  if (problems.length > 0) {
    return { exitCode: 1, lines: problems.map((problem) => `${env}: ${problem.path} ${problem.message}`) };
  }
  const changes = Object.keys(after).flatMap((section) =>
    changesBetween({ [section]: before[section] }, { [section]: after[section] }, env),
  );
  if (changes.length === 0) return { exitCode: 0, lines: [`${env}: ${fullPath(path)} is ${value} already.`] };
  changeEnvironment(values, { name: env, folder });
  return { exitCode: 0, lines: [...changes.map(describeChange), `Write it to the account: ${deployHint(env)}`] };
}

const deployHint = (env: string): string => `npm run config -- deploy --env ${env}`;
