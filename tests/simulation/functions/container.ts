import type { Clock } from '../../../local-twilio/src/kernel/clock';

/**
 * One container of the Functions runtime. From one Function's answer to the start of the next one it is frozen, as the
 * runtime environment of a Lambda is (docs.aws.amazon.com/lambda/latest/dg/lambda-runtime-environment.html): what the
 * first one left undone stands still and goes on then, be it minutes later.
 */
export interface Container {
  freeze(): void;
  thaw(): void;
  /** Its Function died: nothing of it, or of those before it, goes on. */
  end(): void;
  isOver(): boolean;
  /** Runs it now, or on waking up. */
  whenAwake(run: () => void): void;
  /** Runs it on waking up from the next freeze, before what has fallen due meanwhile. */
  onThaw(run: () => void): void;
}

export function createContainer(clock: Clock): Container {
  let isFrozen = false;
  let isOver = false;
  let first: (() => void)[] = [];
  let then: (() => void)[] = [];

  return {
    freeze() {
      isFrozen = true;
    },
    thaw() {
      isFrozen = false;
      // Each by itself, so that what follows from one is not taken for what follows from another.
      for (const run of [...first, ...then]) clock.schedule(0, run);
      [first, then] = [[], []];
    },
    end() {
      isOver = true;
    },
    isOver: () => isOver,
    whenAwake(run) {
      if (isFrozen) then.push(run);
      else run();
    },
    onThaw(run) {
      first.push(run);
    },
  };
}
