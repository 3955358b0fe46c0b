import { TwilioError } from '../../../kernel/errors';

/** If-Match of tasks, reservations and workers holds their version: https://www.twilio.com/docs/taskrouter/api/task#task-version */
export function assertVersion(asked: string | undefined, held: { readonly version: number }): void {
  if (asked !== undefined && asked.replaceAll('"', '') !== String(held.version))
    throw new TwilioError(412, 20412, 'The version given in If-Match does not match the current one');
}
