import { limitsOf } from '../../../local-twilio/src/kernel/limits';
import type { World } from '../../../local-twilio/src/account/world';
import type { Activity } from '../engine/activity';
import type { Random } from '../engine/random';
import type { Container } from './container';
import { createContainers } from './containers';
import { FunctionResponse, type FunctionAnswer } from './function-response';
import { beginInvocation, type Invocation } from './invocation';
import type { FunctionLibrary, FunctionPath, Handler } from './load-function';
import type { Network } from './network';
import { sdkClient, type ClientOptions } from './sdk-client';
import type { Surroundings } from './surroundings';

/** `no-answer`: the Function died, or was ended at its 10 s. */
export type Outcome = { readonly kind: 'answered'; readonly answer: FunctionAnswer } | { readonly kind: 'no-answer' };

export interface Asked {
  readonly path: FunctionPath;
  /** What invocations of this kind are called in schedules and traces. */
  readonly kind: string;
  /** Query and form fields. */
  readonly event: Readonly<Record<string, string>>;
}

export interface HostListener {
  started(invocation: Invocation, asked: Asked): void;
  killed(invocation: Invocation): void;
  ended(invocation: Invocation, outcome: Outcome): void;
  logged(invocation: Invocation | undefined, line: string): void;
}

interface Options {
  readonly world: World;
  readonly library: FunctionLibrary;
  readonly network: () => Network;
  readonly chance: Random;
  readonly seed: string;
  readonly activity: Activity;
  readonly environment: Readonly<Record<string, string>>;
  readonly listener: HostListener;
}

export interface FunctionsHost {
  /** Resolves when the Function has answered or its time is over. */
  invoke(asked: Asked): Promise<Outcome>;
  /** How the next invocation of that kind will be called. */
  nextName(kind: string): string;
  /** Nobody's turn: called between two events. */
  idle(): void;
}

/** Runs built Functions as Twilio does: one at a time in a container, and a clock that ends each after 10 s. */
export function createFunctionsHost(options: Options): FunctionsHost {
  const { world, library, activity, listener, network, environment } = options;
  const counts = new Map<string, number>();
  let current: Invocation | undefined;
  library.enter(surroundings(options, () => current));
  const containers = createContainers(options);
  /** Of all containers of the run: to evaluate a Function costs as much as thirty calls. */
  const handlers = new Map<FunctionPath, Handler>();
  const handlerOf = (path: FunctionPath): Handler => {
    const handler = handlers.get(path) ?? library.evaluate(path);
    handlers.set(path, handler);
    return handler;
  };

  const nextName = (kind: string) => `${kind}#${(counts.get(kind) ?? 0) + 1}`;

  const begin = (kind: string, container: Container) => {
    const name = nextName(kind);
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
    const onTurn = (invocation: Invocation) => {
      current = invocation;
    };
    return beginInvocation({ name, container, onTurn, onKilled: listener.killed });
  };

  const contextOf = (invocation: Invocation): object => ({
    ...environment,
    getTwilioClient: (asked?: ClientOptions) => sdkClient({ world, network: network(), invocation }, asked),
  });

  return {
    nextName,
    idle: () => {
      current = undefined;
    },
    invoke(asked) {
      const container = containers.take(asked.path);
      const { invocation, answered } = begin(asked.kind, container);
      const over = activity.begin();
      listener.started(invocation, asked);
      return new Promise((resolve) => {
        const end = (outcome: Outcome) => {
          cancel();
          listener.ended(invocation, outcome);
          over();
          resolve(outcome);
        };
        const cancel = world.clock.schedule(limitsOf(world.switches).functionTimeoutMs, () => {
          invocation.kill();
          end({ kind: 'no-answer' });
        });
        const callback = (_error: unknown, response: unknown) => {
          if (invocation.isDead()) return;
          if (!(response instanceof FunctionResponse)) throw new Error(`${invocation.name} answered no Response`);
          answered();
          containers.giveBack(asked.path, container);
          end({ kind: 'answered', answer: response.answer() });
        };
        invocation.turn(() => {
          const event = {
            ...asked.event,
            request: { headers: { 'content-type': 'application/x-www-form-urlencoded' } },
          };
          void handlerOf(asked.path)(contextOf(invocation), event, callback);
        });
      });
    },
  };
}

function surroundings(
  { world, network, chance, listener }: Options,
  current: () => Invocation | undefined,
): Surroundings {
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
