/** One line per step: no message text, no addresses, no tokens. */
export type Log = (step: string, outcome: string, details?: Record<string, string | number | boolean>) => void;

interface LogOptions {
  fields: { correlationId: string; function: string };
  mode: 'on' | 'silent';
  nowMs: () => number;
}

/** JSON lines, which Twilio's live logs show. `correlationId` ties the lines of one invocation. */
export function createLog({ fields, mode, nowMs }: LogOptions): Log {
  if (mode === 'silent') return () => undefined;
  const startedAtMs = nowMs();
  return (step, outcome, details) => {
    console.log(JSON.stringify({ ...fields, step, outcome, sinceStartMs: nowMs() - startedAtMs, ...details }));
  };
}

/** For what fails before an invocation has a log of its own: admins find it in the same place. */
export function logWithoutComposition(functionName: string, outcome: string, cause: string): void {
  console.error(JSON.stringify({ function: functionName, step: 'start', outcome, cause }));
}
