/** @jest-environment node */
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

import { createCli } from '../../../flex-config/cli';
import type { Outcome } from '../../../flex-config/commands';

const ROOT = resolve(__dirname, '../../..');

function outcomesOf(...argv: string[]): Outcome[] {
  const outcomes: Outcome[] = [];
  createCli((outcome) => outcomes.push(outcome)).parse(argv, { from: 'user' });
  return outcomes;
}

describe('npm run config', () => {
  it('validates one environment or all', () => {
    expect(outcomesOf('validate', '--env', 'local')).toEqual([{ exitCode: 0, lines: ['local: ok'] }]);
    const [all] = outcomesOf('validate');
    expect(all?.exitCode).toBe(0);
    expect(all?.lines).toEqual(expect.arrayContaining(['example: ok', 'local: ok']));
  });

  it('shows the local environment unless another is named', () => {
    const [local] = outcomesOf('show');
    expect(local?.lines.join('')).toContain('https://parking-local.twil.io');
    const [example] = outcomesOf('show', '--env', 'example');
    expect(example?.lines.join('')).not.toContain('https://parking-local.twil.io');
  });

  it('turns what stops a command into one line', () => {
    expect(outcomesOf('docs', '--check', 'no-such-file.md')).toEqual([
      { exitCode: 1, lines: ['no-such-file.md cannot be read.'] },
    ]);
  });

  it('ends the process with the exit code and prints the problem on standard error', () => {
    const run = spawnSync(process.execPath, ['--import', 'tsx', 'flex-config/cli.ts', 'show', '--env', 'nowhere'], {
      cwd: ROOT,
      encoding: 'utf8',
    });
    expect(run).toMatchObject({ status: 1, stdout: '' });
    expect(run.stderr).toMatch(/^There is no environment "nowhere"\. There are: [^\n]+\n$/);
  });
});
