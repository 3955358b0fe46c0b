import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ids } from '../seed';
import { PORT_VARIABLE } from './port-variable';

const ROOT = join(__dirname, '..', '..');
const DEFAULT_PORT = '3000';

/** The commands that work on an account. */
const COMMANDS: Readonly<Record<string, string>> = {
  config: 'flex-config/cli.ts',
  deploy: 'deploy/cli.ts',
  doctor: 'deploy/doctor/cli.ts',
  undeploy: 'deploy/undeploy/cli.ts',
};

/** `npm run rehearse -- deploy --env staging`: the real command, on the account of the running local Twilio. */
function rehearse([command = '', ...given]: readonly string[]): void {
  const file = COMMANDS[command];
  if (file === undefined) {
    console.error(`Rehearse what? One of: ${Object.keys(COMMANDS).join(', ')}`);
    process.exitCode = 1;
    return;
  }
  const preload = pathToFileURL(join(__dirname, 'preload.ts')).href;
  const child = spawn(process.execPath, ['--import', 'tsx', '--import', preload, join(ROOT, file), ...given], {
    cwd: ROOT,
    stdio: 'inherit',
    env: {
      ...process.env,
      ACCOUNT_SID: ids.account,
      AUTH_TOKEN: ids.authToken,
      [PORT_VARIABLE]: process.env[PORT_VARIABLE] ?? DEFAULT_PORT,
    },
  });
  child.on('exit', (code) => {
    process.exitCode = code ?? 1;
  });
}

rehearse(process.argv.slice(2));
