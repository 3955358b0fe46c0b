import { limitsOf } from '../../../local-twilio/src/kernel/limits';
import type { World } from '../../../local-twilio/src/account/world';
import type { Activity } from '../engine/activity';
import type { Random } from '../engine/random';
import { createContainer } from './container';
import { FunctionResponse, type FunctionAnswer } from './function-response';
import type { Invocation } from './invocation';
import type { FunctionLibrary, FunctionPath } from './load-function';
import type { Network } from './network';

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

/** Runs built Functions as Twilio does: one container, a clock that ends each after 10 s. */
export function createFunctionsHost(options: Options): FunctionsHost {
  const { world, activity, listener } = options;
  const counts = new Map<string, number>();
  let current: Invocation | undefined;
  const container = createContainer({ ...options, current: () => current });

  const nextName = (kind: string) => `${kind}#${(counts.get(kind) ?? 0) + 1}`;

  const begin = (kind: string): Invocation => {
    const name = nextName(kind);
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
    let dead = false;
    let calls = 0;
    const invocation: Invocation = {
      name,
      isDead: () => dead,
      kill() {
        if (dead) return;
        dead = true;
        listener.killed(invocation);
      },
      countCall: () => (calls += 1),
      turn(run) {
        if (dead) return;
        current = invocation;
        run();
      },
    };
    return invocation;
  };

  return {
    nextName,
    idle: () => {
      current = undefined;
    },
    invoke(asked) {
      const invocation = begin(asked.kind);
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
        invocation.turn(() => {
          const handler = container.handler(asked.path);
          const answered = (_error: unknown, response: unknown) => {
            if (invocation.isDead()) return;
            if (!(response instanceof FunctionResponse)) throw new Error(`${invocation.name} answered no Response`);
            end({ kind: 'answered', answer: response.answer() });
          };
          void handler(container.context(invocation), { ...asked.event, request: { headers: {} } }, answered);
        });
      });
    },
  };
}
