/** One running Function. */
export interface Invocation {
  /** Function and how many of its kind there were: `park#1`, `wake#2`, `task.canceled#1`. */
  readonly name: string;
  isDead(): boolean;
  /** It sends no further call, hears no answer and no timer. */
  kill(): void;
  countCall(): number;
  /** Runs what concerns it: an answer, a timer. What follows in microtasks is its turn too. */
  turn(run: () => void): void;
}
