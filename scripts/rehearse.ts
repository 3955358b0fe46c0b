import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ids } from '../local-twilio/src/account/seed/contact-centre';
import { PORT_VARIABLE } from '../local-twilio/src/start/port-variable';

const ROOT = join(__dirname, '..');
const DEFAULT_PORT = '3000';

/** The commands that work on an account. */
const COMMANDS: Readonly<Record<string, readonly string[]>> = {
  config: ['flex-config/cli.ts'],
  deploy: ['deploy/cli.ts', 'deploy'],
  doctor: ['deploy/cli.ts', 'doctor'],
  calibrate: ['deploy/cli.ts', 'calibrate'],
  reconcile: ['deploy/cli.ts', 'reconcile'],
  report: ['deploy/cli.ts', 'report'],
  rollback: ['deploy/cli.ts', 'rollback'],
  undeploy: ['deploy/cli.ts', 'undeploy'],
  workflow: ['deploy/cli.ts', 'workflow'],
};

/** `npm run rehearse -- deploy --env staging`: the real command, on the account of the running local Twilio. */
function rehearse([command = '', ...given]: readonly string[]): void {
  const program = COMMANDS[command];
  if (program === undefined) {
    console.error(`Rehearse what? One of: ${Object.keys(COMMANDS).join(', ')}`);
    process.exitCode = 1;
    return;
  }
  const preload = pathToFileURL(join(ROOT, 'local-twilio/src/start/redirect-process.ts')).href;
  const child = spawn(process.execPath, ['--import', 'tsx', '--import', preload, ...program, ...given], {
    cwd: ROOT,
    stdio: 'inherit',
    env: {
      ...process.env,
      ACCOUNT_SID: ids.account,
      AUTH_TOKEN: ids.authToken,
      // A real account's, which the local one does not know.
      TWILIO_API_KEY: '',
      TWILIO_API_SECRET: '',
      TWILIO_FLEX_SYNC_SID: '',
      [PORT_VARIABLE]: process.env[PORT_VARIABLE] ?? DEFAULT_PORT,
    },
  });
  child.on('exit', (code) => {
    process.exitCode = code ?? 1;
  });
}

rehearse(process.argv.slice(2));
