import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { Argument, Command } from 'commander';

import { commandOf, environmentOf, phasesOf, TIERS, type Phase, type Tier } from './run-tests/phases';
import { countsOf, tableOf, totalOf, type PhaseResult } from './run-tests/results';

/** `npm test`, `npm run test:quick` and `npm run test:all`: phase after phase, and at the end what each took. */
function runTests(tier: Tier, { results }: { results?: string }): void {
  const folder = mkdtempSync(join(tmpdir(), 'park-interaction-tests-'));
  const planned = phasesOf(tier);
  const done: PhaseResult[] = [];
  for (const phase of planned) {
    console.log(`\n== ${phase.name}`);
    const result = run(phase, tier, join(folder, `${phase.name}.json`));
    done.push(result);
    // Nothing runs without its build. Whoever asked for everything wants to know about everything, others at once.
    if (result.exitCode !== 0 && (tier !== 'all' || phase.kind === 'build')) break;
  }
  rmSync(folder, { recursive: true });
  console.log(`\n${tableOf(done, planned)}`);
  if (results !== undefined) writeFileSync(results, JSON.stringify(totalOf(done)));
  process.exitCode = done.length === planned.length && done.every(({ exitCode }) => exitCode === 0) ? 0 : 1;
}

function run(phase: Phase, tier: Tier, countsFile: string): PhaseResult {
  const startedMs = performance.now();
  const [program, ...args] = commandOf(phase, countsFile);
  const { status } = spawnSync(program, args, {
    stdio: 'inherit',
    shell: process.platform === 'win32',
    // What is set by hand is meant.
    env: { ...environmentOf(tier), ...process.env },
  });
  const counts = existsSync(countsFile) ? countsOf(JSON.parse(readFileSync(countsFile, 'utf8'))) : undefined;
  return { phase, exitCode: status ?? 1, tookMs: performance.now() - startedMs, counts };
}

new Command()
  .name('run-tests')
  .addArgument(new Argument('<tier>').choices(TIERS))
  .option('--results <file>', 'write how many passed, failed and were skipped into this file, as JSON')
  .action(runTests)
  .parse();
