import type { RunResult } from '../run/run-schedule';

/** One failure with its trace, and the command that runs it again. */
export function failureText({ schedule, violations, trace }: RunResult): string {
  return [
    `\n=== ${schedule.name}`,
    trace(),
    ...violations.map(({ rule, message }) => `BROKEN: ${rule}: ${message}`),
    `Again: npm run simulate -- --replay '${JSON.stringify(schedule)}'`,
  ].join('\n');
}
