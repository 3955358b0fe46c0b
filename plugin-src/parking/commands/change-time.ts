import { changeTimeRequest, type ChangeTimeRequest } from '../../../serverless-functions/src/contract/park-until';
import type { FunctionsClient } from '../../flex/functions-client';
import type { Notify } from '../notifications';
import { itemOf } from '../state/parking-selectors';
import type { ParkingState } from '../state/parking-state';
import { failureKey } from '../strings/parking-strings';
import type { Text } from '../strings/text';
import { ParkInteractionError } from './park-interaction-error';

export interface ChangeTimePorts {
  functions: Pick<FunctionsClient, 'changeTime'>;
  parking: () => ParkingState;
  notify: Notify;
  text: Text;
  /** Told when it comes back by itself. */
  comesBackAt: (atMs: number) => void;
  /** A moment in ISO 8601 as people read it. */
  moment: (iso: string) => string;
  reloadEveryone: () => void;
}

/** `request` is checked here: other plugins may invoke the action with anything. */
export type ChangeTimeCommand = (request: unknown) => Promise<void>;

/** Gives a parked conversation another time, or none. Rejects with a ParkInteractionError if nothing was changed. */
export function createChangeTimeCommand(ports: ChangeTimePorts): ChangeTimeCommand {
  const { notify, text } = ports;
  return async (payload) => {
    const request = changeTimeRequest.safeParse(payload);
    if (!request.success) throw new ParkInteractionError('invalid-request', 'conversationSid or backAt is not valid');
    const customerName =
      itemOf(ports.parking(), request.data.conversationSid)?.customerName || text('ParkInteractionUnknownCustomer');
    const outcome = await ports.functions.changeTime(given(request.data));
    if (!outcome.ok) {
      const { code, message } = outcome.failure;
      notify('ParkInteractionUntilChangeFailed', { customerName, reason: text(failureKey(code)) });
      throw new ParkInteractionError(code, message);
    }
    ports.reloadEveryone();
    if (outcome.answer.status === 'returned') return notify('ParkInteractionUntilChangeReturned', { customerName });
    const { backAt } = outcome.answer;
    if (backAt === undefined) return notify('ParkInteractionUntilCleared', { customerName });
    ports.comesBackAt(Date.parse(backAt));
    return notify('ParkInteractionUntilChanged', { customerName, when: ports.moment(backAt) });
  };
}

/** Only what was said: a form would send “undefined” as a word. */
function given({ backAt, conversationSid, replies }: ChangeTimeRequest): ChangeTimeRequest {
  return { conversationSid, ...(backAt && { backAt }), ...(backAt && replies && { replies }) };
}
