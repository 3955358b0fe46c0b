import type { ZodIssue } from 'zod';

/** One wrong place in the configuration: its full dotted path, and what is allowed there. */
export interface Problem {
  path: string;
  message: string;
}

/** Makes one problem of each wrong value, and one of each unknown key. `allowedAt` names the keys that may stand there. */
export function problemsOf(
  issues: readonly ZodIssue[],
  { root, allowedAt }: { root: string; allowedAt: (path: readonly (string | number)[]) => readonly string[] },
) {
  return issues.flatMap((issue): Problem[] => {
    const path = [root, ...issue.path].join('.');
    if (issue.code !== 'unrecognized_keys') return [{ path, message: issue.message }];
    const message = `is not a setting; allowed are ${allowedAt(issue.path).join(', ')}`;
    return issue.keys.map((key) => ({ path: `${path}.${key}`, message }));
  });
}
