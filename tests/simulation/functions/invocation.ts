import type { Container } from './container';

/** One running Function. */
export interface Invocation {
  /** Function and how many of its kind there were: `park#1`, `wake#2`, `task.canceled#1`. */
  readonly name: string;
  isDead(): boolean;
  /** It sends no further call, hears no answer and no timer. */
  kill(): void;
  countCall(): number;
  /** Runs what concerns it: an answer, a timer. What follows in microtasks is its turn too. Later, while it is frozen. */
  turn(run: () => void): void;
  /** Runs it when the container wakes up after this Function's answer: what had not left by then leaves. */
  onThaw(run: () => void): void;
}

interface Beginning {
  readonly name: string;
  readonly container: Container;
  /** Its turn begins. */
  readonly onTurn: (invocation: Invocation) => void;
  readonly onKilled: (invocation: Invocation) => void;
}

/** `answered`: it has; if it is killed after that, its container goes on with others. */
export function beginInvocation({ name, container, onTurn, onKilled }: Beginning) {
  let calls = 0;
  let isKilled = false;
  let hasAnswered = false;
  const isDead = () => isKilled || container.isOver();
  const now = (run: () => void) => {
    if (isDead()) return;
    onTurn(invocation);
    run();
  };
  const invocation: Invocation = {
    name,
    isDead,
    kill() {
      if (isDead()) return;
      isKilled = true;
      if (!hasAnswered) container.end();
      onKilled(invocation);
    },
    countCall: () => (calls += 1),
    turn: (run) => container.whenAwake(() => now(run)),
    onThaw: (run) => container.onThaw(() => now(run)),
  };
  return { invocation, answered: () => void (hasAnswered = true) };
}
