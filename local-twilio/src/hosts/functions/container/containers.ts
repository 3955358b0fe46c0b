import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Asked, Outcome } from './asking';
import { startContainer, type Container, type ContainerOptions } from './container';
import type { Serving } from './messages';
import { containerProgram } from './program';

/** The containers of a service: one takes what comes; others end what they have begun. */
export interface Containers {
  /** Never rejects: what no container can run is lost. */
  ask(asked: Asked): Promise<Outcome>;
  /** What comes from now on is served like this; what has begun ends as it was. */
  renew(serving: Served): void;
  /** Ends them all; resolves when no process is left. */
  close(): Promise<void>;
}

export type Served = Omit<Serving, 'type' | 'socketPath'>;

export interface ContainersOptions extends Pick<ContainerOptions, 'timeoutMs' | 'onLog'> {
  readonly serving: Served;
}

/** What no container has begun is sent to another, so often. */
const TRIES = 3;

/** Resolves when the first takes requests, so that Functions which cannot be served are known at once. */
export async function openContainers({ timeoutMs, onLog, ...options }: ContainersOptions): Promise<Containers> {
  let { serving } = options;
  const folder = mkdtempSync(join(tmpdir(), 'local-twilio-'));
  const program = containerProgram(folder);
  const alive = new Set<Promise<Container>>();
  let current: Promise<Container> | undefined;
  let count = 0;
  let closed = false;

  function start(): Promise<Container> {
    count += 1;
    const socketPath = socketIn(folder, count);
    const started = startContainer({
      program,
      serving: { type: 'serve', socketPath, ...serving },
      timeoutMs,
      onLog,
      onWornOut(container) {
        container.retire();
        // One that never served is not replaced before the next request: it would fail for ever.
        void started.then(() => replace(started)).catch(() => undefined);
      },
    });
    alive.add(started);
    started
      .then(({ gone }) => gone)
      .catch(() => forget(started))
      .finally(() => alive.delete(started));
    return started;
  }
  function forget(failed: Promise<Container>): void {
    if (current === failed) current = undefined;
  }
  async function next(): Promise<Container | undefined> {
    if (closed) return undefined;
    current ??= start();
    return current.catch((error: unknown) => void onLog(String(error)));
  }
  /** The next starts before it is needed. */
  function replace(worn: Promise<Container>): void {
    if (current !== worn || closed) return;
    current = start();
    current.catch((error: unknown) => onLog(String(error)));
  }

  const containers: Containers = {
    ask: (asked) => askInTurn(asked, next),
    renew(served) {
      serving = served;
      current?.then(({ retire }) => retire()).catch(() => undefined);
      if (current) replace(current);
    },
    async close() {
      closed = true;
      await Promise.all([...alive].map(killed));
      rmSync(folder, { recursive: true, force: true });
    },
  };
  current = start();
  return current.then(
    () => containers,
    (error: unknown) => containers.close().then(() => Promise.reject(error)),
  );
}

async function askInTurn(asked: Asked, next: () => Promise<Container | undefined>): Promise<Outcome> {
  for (let tried = 0; tried < TRIES; tried += 1) {
    const container = await next();
    const outcome = await container?.ask(asked);
    if (outcome && outcome.kind !== 'not-begun') return outcome;
  }
  return { kind: 'lost' };
}

async function killed(one: Promise<Container>): Promise<void> {
  // One that could not start is gone.
  await one.then(({ kill }) => kill()).catch(() => undefined);
}

/** No longer than the hundred characters that systems allow. */
function socketIn(folder: string, count: number): string {
  if (process.platform === 'win32') return `\\\\.\\pipe\\${basename(folder)}-${count}`;
  return join(folder, `${count}.sock`);
}
