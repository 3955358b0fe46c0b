import type { ZodIssue } from 'zod';

/** One wrong place in the configuration: its full dotted path, and what is allowed there. */
export interface Problem {
  path: string;
  message: string;
}

/** The same where parking goes on all the same. */
export interface RuntimeProblem extends Problem {
  /** What is done instead, as the end of a sentence. */
  instead: string;
}

/** A wrong place below the settings' root. */
export interface WrongPlace {
  path: string[];
  message: string;
}

/** One wrong place for each wrong value, and one for each unknown key. `allowedAt` names what may stand at a path. */
export function wrongPlaces(
  issues: readonly ZodIssue[],
  allowedAt: (path: readonly string[]) => readonly string[],
): WrongPlace[] {
  return issues.flatMap((issue): WrongPlace[] => {
    const path = issue.path.map(String);
    if (issue.code !== 'unrecognized_keys') return [{ path, message: issue.message }];
    const message = `is not a setting; allowed are ${allowedAt(path).join(', ')}`;
    return issue.keys.map((key) => ({ path: [...path, key], message }));
  });
}
