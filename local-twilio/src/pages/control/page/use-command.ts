import { useState } from 'react';

export interface Command {
  /** Runs it; what went wrong is shown until the next one. */
  readonly run: (command: () => Promise<unknown>) => void;
  readonly problem: string | null;
}

export function useCommand(): Command {
  const [problem, setProblem] = useState<string | null>(null);
  return {
    problem,
    run(command) {
      setProblem(null);
      command().catch((error: unknown) => setProblem(error instanceof Error ? error.message : String(error)));
    },
  };
}
