import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { ask, type Asked, type Asking, type Outcome } from './asking';
import { fromContainer, type Serving, type ToContainer } from './messages';
import { watchResponding } from './responding';

/** Told a line that a Function wrote, its path before it, and whether it wrote it to its errors. */
export type OnLog = (line: string, isError?: boolean) => void;

/** One child process that runs Functions. */
export interface Container {
  ask(asked: Asked): Promise<Outcome>;
  /** Runs nothing more than what it has begun, then ends. */
  retire(): void;
  /** Ends at once; resolves when it is gone. */
  kill(): Promise<void>;
  readonly gone: Promise<unknown>;
}

export interface ContainerOptions {
  readonly program: string;
  readonly serving: Serving;
  /** After how long a Function is given up. */
  readonly timeoutMs: number;
  readonly onLog: OnLog;
  /** It failed, does not respond or is gone: it should get no more requests. May come more than once. */
  readonly onWornOut: (container: Container) => void;
}

/** Resolves when it takes requests; rejects when it cannot serve these Functions. */
export async function startContainer(options: ContainerOptions): Promise<Container> {
  const child = forkProgram(options);
  const container = containerOf(child, options);
  try {
    await listening(child);
  } catch (error) {
    await container.kill();
    throw error;
  }
  return container;
}

function containerOf(child: ChildProcess, { serving, timeoutMs, onWornOut }: ContainerOptions): Container {
  const gone = once(child, 'exit');
  const tell = (message: ToContainer) => {
    // It may be gone already; its exit tells.
    if (child.connected) child.send(message, () => undefined);
  };
  const running = new Map<string, Asking>();
  let count = 0;
  let retired = false;
  const wornOut = () => onWornOut(container);
  const responding = watchResponding(() => tell({ type: 'ping' }), wornOut);

  function begin(number: string): void {
    const asking = running.get(number);
    // What was taken back runs elsewhere.
    if (!asking || retired) return;
    asking.begin();
    tell({ type: 'begin', number });
  }
  function endIfDone(): void {
    if (running.size > 0) return;
    responding.rest();
    if (retired) child.kill('SIGKILL');
  }

  const container: Container = {
    async ask(asked) {
      count += 1;
      const number = String(count);
      const asking = ask(asked, { socketPath: serving.socketPath, number, timeoutMs });
      running.set(number, asking);
      responding.watch();
      const outcome = await asking.outcome;
      running.delete(number);
      // As at Twilio, what ran too long is ended.
      if (outcome.kind === 'late') wornOut();
      endIfDone();
      return outcome;
    },
    retire() {
      retired = true;
      for (const asking of running.values()) asking.takeBack();
      endIfDone();
    },
    async kill() {
      child.kill('SIGKILL');
      await gone;
    },
    gone,
  };
  child.on('message', (message) => {
    const told = fromContainer.parse(message);
    if (told.type === 'arrived') begin(told.number);
    else if (told.type === 'pong') responding.heard();
    else if (told.type === 'failed') wornOut();
  });
  child.on('exit', () => {
    responding.rest();
    wornOut();
  });
  tell(serving);
  return container;
}

function forkProgram({ program, serving, onLog }: ContainerOptions): ChildProcess {
  const child = fork(program, {
    execArgv: [],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: { ...process.env, ...serving.variables },
  });
  for (const output of [child.stdout, child.stderr])
    if (output) createInterface({ input: output }).on('line', (line) => onLog(line, output === child.stderr));
  return child;
}

function listening(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code, signal) => reject(new Error(`The process of the Functions ended with ${signal ?? code}`)));
    child.on('message', (message) => {
      const told = fromContainer.parse(message);
      if (told.type === 'listening') resolve();
      if (told.type === 'refused') reject(new Error(told.message));
    });
  });
}
