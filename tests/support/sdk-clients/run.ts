import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Writable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import type { LocalTwilio } from '../../../local-twilio/src/start/index';

const ROOT = join(__dirname, '../../..');
const ofProject = createRequire(join(ROOT, 'package.json'));
const TIMEOUT_MS = 50_000;

export interface Run {
  readonly args: readonly string[];
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** May write to it. */
  readonly onLine?: (line: string, stdin: Writable) => void;
}

/** A Node process as `npm run rehearse` starts it: whatever it asks of Twilio is asked of the local one. */
export function runWithLocalTwilio(
  local: LocalTwilio,
  { args, cwd = ROOT, env = {}, onLine = () => undefined }: Run,
): Promise<{ code: number | null; output: string }> {
  const preload = pathToFileURL(join(ROOT, 'local-twilio/src/start/redirect-process.ts')).href;
  const tsx = pathToFileURL(ofProject.resolve('tsx')).href;
  const child = spawn(process.execPath, ['--import', tsx, '--import', preload, ...args], {
    cwd,
    env: { ...process.env, ...env, LOCAL_TWILIO_PORT: new URL(local.url).port },
    timeout: TIMEOUT_MS,
  });
  let output = '';
  createInterface({ input: child.stdout }).on('line', (line) => {
    output += `${line}\n`;
    onLine(line, child.stdin);
  });
  child.stderr.on('data', (bytes: Buffer) => (output += bytes.toString()));
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, output })));
}

export interface SdkRun {
  /** Its name in node_modules, and whose copy of it. */
  readonly sdk: readonly [name: string, owner: string];
  /** A name or a SID: what it works on. */
  readonly target?: string;
  /** What the test does when the client asks for it. */
  readonly cues?: Readonly<Record<string, () => void>>;
}

/** Runs a scenario of an SDK as ada; answers what it told. */
export async function runSdk(
  local: LocalTwilio,
  { sdk, target = '', cues = {} }: SdkRun,
): Promise<Record<string, unknown>> {
  const { token } = local.world.iam.issueToken('ada');
  const { code, output } = await runWithLocalTwilio(local, {
    args: [join(ROOT, 'tests/support/sdk-clients/main.ts'), ...sdk, token, target],
    onLine(line, stdin) {
      const [cue] = told(line).flatMap(({ what, value }) => (what === 'cue' ? [String(value)] : []));
      if (cue === undefined) return;
      const play = cues[cue];
      if (!play) throw new Error(`Nobody knows the cue "${cue}"`);
      play();
      // It stands still until then.
      stdin.write('.');
    },
  });
  if (code !== 0) throw new Error(`The client ended with ${code}:\n${output}`);
  const all = output.split('\n').flatMap(told);
  return Object.fromEntries(all.filter(({ what }) => what !== 'cue').map(({ what, value }) => [what, value]));
}

/** SDKs write lines of their own. */
function told(line: string): readonly { readonly what: string; readonly value: unknown }[] {
  return line.startsWith('{"what"') ? [JSON.parse(line)] : [];
}
