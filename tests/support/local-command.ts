import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const ROOT = join(__dirname, '../..');

/** The local Twilio in a process of its own, as its command starts it. */
export interface LocalCommand {
  /** What it printed until everything was up. */
  readonly lines: readonly string[];
  /** The address printed beside that name. */
  addressOf(who: string): string;
  isAlive(): boolean;
  /** What it printed since, errors included. */
  output(): string;
  close(): Promise<void>;
}

/** What node runs, and where. */
export interface LocalProgram {
  readonly args: readonly string[];
  readonly cwd: string;
}

const fromSource: LocalProgram = { args: ['--import', 'tsx', 'local-twilio/src/start/cli.ts'], cwd: ROOT };

/** `npm run local -- <flags>` on free ports; or another build of it. */
export async function startLocalCommand(
  flags: readonly string[],
  { args, cwd }: LocalProgram = fromSource,
): Promise<LocalCommand> {
  const command = [...args, 'start', '--port', '0', '--functions-port', '0', ...flags];
  const child = spawn(process.execPath, command, { cwd, env: { ...process.env, NO_COLOR: '1' } });
  const lines: string[] = [];
  let output = '';
  child.stderr.on('data', (bytes: Buffer) => (output += bytes.toString()));
  const stdout = createInterface({ input: child.stdout });
  await new Promise<void>((resolve, reject) => {
    child.once('exit', () => reject(new Error(`It ended: ${output}`)));
    stdout.on('line', (line) => {
      lines.push(line);
      output += `${line}\n`;
      if (line.includes('Ctrl-C')) resolve();
    });
  });
  const isAlive = () => child.exitCode === null && child.signalCode === null;
  return {
    lines,
    isAlive,
    output: () => output,
    addressOf: (who) =>
      lines
        .find((line) => line.startsWith(who))
        ?.trim()
        .split(/\s+/)
        .at(-1) ?? '',
    async close() {
      if (!isAlive()) return;
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}
