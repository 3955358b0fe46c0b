import type { World } from '../../../local-twilio/src/account/world';
import type { Random } from '../engine/random';
import type { Invocation } from './invocation';
import type { FunctionLibrary, FunctionPath, Handler } from './load-function';
import type { Network } from './network';
import { sdkClient } from './sdk-client';
import type { Surroundings } from './surroundings';

interface Options {
  readonly world: World;
  readonly library: FunctionLibrary;
  readonly network: () => Network;
  readonly chance: Random;
  readonly environment: Readonly<Record<string, string>>;
  /** Whose turn it is: timers and raw requests are its own. */
  readonly current: () => Invocation | undefined;
  readonly listener: { logged(invocation: Invocation | undefined, line: string): void };
}

/** One container of the Functions runtime: modules are evaluated once and keep their state between invocations. */
export function createContainer(options: Options) {
  const { world, library, network, environment } = options;
  const handlers = new Map<FunctionPath, Handler>();
  library.enter(surroundings(options));

  return {
    handler(path: FunctionPath): Handler {
      const handler = handlers.get(path) ?? library.evaluate(path);
      handlers.set(path, handler);
      return handler;
    },
    context(invocation: Invocation): object {
      return { ...environment, getTwilioClient: () => sdkClient(world, network(), invocation) };
    },
  };
}

function surroundings({ world, network, chance, current, listener }: Options): Surroundings {
  const owner = () => {
    const invocation = current();
    if (!invocation) throw new Error('a Function acts when it is nobody’s turn');
    return invocation;
  };
  return {
    send: (request) => network().send(owner(), request),
    startTimer(run, delayMs) {
      const invocation = owner();
      return world.clock.schedule(delayMs, () => invocation.turn(run));
    },
    nowMs: () => world.clock.nowMs(),
    randomBytes: (size) => Buffer.from(chance.hex(size), 'hex'),
    log: (line) => listener.logged(current(), line),
  };
}
