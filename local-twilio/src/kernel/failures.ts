/**
 * Told what failed where nobody waits for an answer: in a timer, in a push, after an answer. What it was is logged, and
 * everybody else is served on.
 */
export type OnFailure = (what: string, error: unknown) => void;

/** `run`, whose error is told instead of thrown. */
export function guarded(what: string, run: () => void, onFailure: OnFailure): () => void {
  return () => {
    try {
      run();
    } catch (error) {
      onFailure(what, error);
    }
  };
}

/** For those who start no server, such as tests: an error reaches whoever moved the clock. */
export const throwFailure: OnFailure = (_what, error) => {
  throw error;
};
