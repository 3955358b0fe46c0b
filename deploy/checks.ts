import { spawnSync } from 'node:child_process';

import { DeployError } from './deploy-error';

/** What has to pass before anything leaves this machine, and what makes the files that leave. */
const CHECKS = ['lint', 'typecheck'];
const BUILDS = ['build:functions', 'build:plugin'];

/** Runs npm scripts of the project one after the other; the output of one is shown only when it fails. */
export function prepareBuild(
  root: string,
  { checks, build, print }: { checks: boolean; build: boolean; print: (line: string) => void },
): void {
  for (const script of [...(checks ? CHECKS : []), ...(build ? BUILDS : [])]) {
    const { status, stdout, stderr } = spawnSync('npm', ['run', '--silent', script], { cwd: root, encoding: 'utf8' });
    if (status !== 0) {
      throw new DeployError('check-failed', `npm run ${script} failed:\n${`${stdout}${stderr}`.slice(-4000)}`);
    }
    print(`✓ npm run ${script}`);
  }
}
