import { ERRORS } from '../../serverless-functions/src/contract/error-codes';
import type { Problem } from '../../serverless-functions/src/parking/domain/record';

const OF_PROBLEMS = {
  'channel-gone':
    'Twilio forgot its channel (180 days without a change): nothing can route it. Close the conversation; the next message of the customer opens a new one.',
  'routing-refused':
    'Twilio refuses to route it: look whether its workflow, queue and task channel still exist, then run this again.',
} as const satisfies Record<Problem, string>;

const isProblem = (what: string): what is Problem => what in OF_PROBLEMS;
const isCode = (what: string): what is keyof typeof ERRORS => what in ERRORS;

/** What a person can do about a line of the “needs a person” list. */
export function adviceFor(what: string): string {
  if (isProblem(what)) return OF_PROBLEMS[what];
  return isCode(what) ? ERRORS[what].message : what;
}
