import type { World } from '../../../local-twilio/src/account/world';
import { random } from '../engine/random';
import { createContainer, type Container } from './container';
import type { FunctionPath } from './load-function';

interface Options {
  readonly world: World;
  readonly seed: string;
}

export interface Containers {
  /** One in which nothing runs, thawed; a new one when there is none. */
  take(path: FunctionPath): Container;
  /** Its Function has answered. */
  giveBack(path: FunctionPath, container: Container): void;
}

/**
 * The containers of a deployment: each runs one Function at a time, and the one that rested last goes on first.
 * Twilio does not say whether all Functions share them, so that is drawn.
 */
export function createContainers({ world, seed }: Options): Containers {
  const areShared = random(`${seed}: containers`).chance(0.5);
  const resting = new Map<string, Container[]>();
  const restingFor = (path: FunctionPath): Container[] => {
    const key = areShared ? 'all' : path;
    const found = resting.get(key) ?? [];
    resting.set(key, found);
    return found;
  };
  return {
    take(path) {
      const container = restingFor(path).pop() ?? createContainer(world.clock);
      container.thaw();
      return container;
    },
    giveBack(path, container) {
      container.freeze();
      restingFor(path).push(container);
    },
  };
}
