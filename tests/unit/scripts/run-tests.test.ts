/** @jest-environment node */
import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { commandOf, environmentOf, phasesOf } from '../../../scripts/run-tests/phases';
import { countsOf, tableOf, totalOf, type PhaseResult } from '../../../scripts/run-tests/results';
import slowTests from '../../slow-tests.json';

const planned = phasesOf('short');
const [build, , unit] = planned;
if (!build || !unit) throw new Error('npm test has no phases');

const result = (over: Partial<PhaseResult>): PhaseResult => ({
  phase: unit,
  exitCode: 0,
  tookMs: 61_000,
  counts: undefined,
  ...over,
});

describe('the tests that a command runs', () => {
  it('begin with what is quick to tell', () => {
    expect(planned.map(({ name }) => name)).toEqual([
      'build of the Functions',
      'build of the plugin',
      ...['unit', 'integration', 'simulation', 'e2e'],
    ]);
    expect(phasesOf('quick').map(({ name }) => name)).not.toContain('e2e');
  });

  it('leave nothing out when all are asked for', () => {
    expect(environmentOf('all')).toEqual({ TESTS: 'all', SIMULATE: 'thinned' });
    expect(environmentOf('short')).toEqual({ TESTS: 'short', SIMULATE: 'sample' });
  });

  it('run ring by ring and write down their counts', () => {
    expect(commandOf(unit, 'counts/unit.json').join(' ')).toBe(
      'npx --no-install jest --ci --selectProjects unit --maxWorkers 2 --json --outputFile=counts/unit.json',
    );
    expect(commandOf(build, 'counts/build.json')).toEqual(['npm', 'run', 'build:functions']);
  });

  it.each(Object.entries<readonly string[]>(slowTests))('leave only files out that exist: %s', (ring, names) => {
    const missing = names.filter((name) => !existsSync(join(__dirname, `../../${ring}/${name}.test.ts`)));
    expect(missing).toEqual([]);
  });
});

describe('the counts of a run', () => {
  it('have a file that could not start among the failures', () => {
    const jest = { numPassedTests: 7, numFailedTests: 1, numPendingTests: 2, numRuntimeErrorTestSuites: 1 };
    expect(countsOf({ ...jest, testResults: [] })).toEqual({ passed: 7, failed: 2, skipped: 2 });
  });

  it('have a phase that broke without a count among the failures', () => {
    const counts = { passed: 3, failed: 0, skipped: 0 };
    expect(totalOf([result({ counts }), result({ exitCode: 1 })])).toEqual({ passed: 3, failed: 1, skipped: 0 });
    // jest may fail for another reason than a test.
    expect(totalOf([result({ counts, exitCode: 1 })])).toEqual({ passed: 3, failed: 1, skipped: 0 });
  });

  it('are told phase by phase, with what did not run any more', () => {
    const counts = { passed: 12, failed: 1, skipped: 0 };
    expect(
      tableOf([result({ phase: build, tookMs: 2_400 }), result({ counts, exitCode: 1 })], [build, unit, build]),
    ).toBe(
      [
        '                             time   passed   failed',
        'build of the Functions       0:02',
        'unit                         1:01       12        1',
        'build of the Functions    not run',
        'together                     1:03       12        1',
      ].join('\n'),
    );
  });
});
