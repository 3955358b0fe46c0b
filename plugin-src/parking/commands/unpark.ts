import { unparkRequest } from '../../../serverless-functions/src/contract/unpark';
import type { FailureCode } from '../../flex/failure';
import type { FunctionsClient } from '../../flex/functions-client';
import type { Notify } from '../notifications';
import type { ParkingAction } from '../state/parking-actions';
import { itemOf } from '../state/parking-selectors';
import type { ParkingState } from '../state/parking-state';
import { failureKey } from '../strings/parking-strings';
import type { Text } from '../strings/text';
import { ParkInteractionError } from './park-interaction-error';

export interface UnparkPorts {
  functions: Pick<FunctionsClient, 'unpark'>;
  parking: () => ParkingState;
  dispatch: (action: ParkingAction) => void;
  notify: Notify;
  text: Text;
  /** Accepts the new task when it is offered to this agent. */
  takeWhenOffered: (taskSid: string) => void;
  /** The supervisors' list looks again at once, without being told. */
  reloadEveryone: () => void;
}

/** Refusals after which the row goes: nothing is parked any more. */
export const ENDS: readonly FailureCode[] = [
  'conversation-closed',
  'conversation-not-found',
  'channel-failed',
  'not-parked',
];

/** `request` is checked here: other plugins may invoke the action with anything. */
export type UnparkCommand = (request: unknown) => Promise<void>;

/**
 * Unparks a conversation and tells the agent how it went. Rejects with a ParkInteractionError if not unparked.
 * The row is never taken away here: it goes when its Sync item goes.
 */
export function createUnparkCommand(ports: UnparkPorts): UnparkCommand {
  const { dispatch, notify, text } = ports;
  return async (payload) => {
    const request = unparkRequest.safeParse(payload);
    if (!request.success)
      throw new ParkInteractionError('invalid-request', 'conversationSid or where it goes is not valid');
    const { conversationSid, routeTo } = request.data;
    if (ports.parking().unparks[conversationSid] === 'asked') {
      throw new ParkInteractionError('busy', `${conversationSid} is being unparked`);
    }

    const customerName =
      itemOf(ports.parking(), conversationSid)?.customerName || text('ParkInteractionUnknownCustomer');
    dispatch({ type: 'park-interaction/unpark-asked', conversationSid });
    const outcome = await ports.functions.unpark(request.data);
    if (!outcome.ok) {
      const { code, message } = outcome.failure;
      dispatch({ type: 'park-interaction/unpark-failed', conversationSid, ended: ENDS.includes(code) });
      notify('ParkInteractionUnparkFailed', { customerName, reason: text(failureKey(code)) });
      throw new ParkInteractionError(code, message);
    }
    dispatch({ type: 'park-interaction/unpark-done', conversationSid });
    ports.reloadEveryone();
    switch (outcome.answer.status) {
      case 'unparked':
        if (routeTo === 'me') ports.takeWhenOffered(outcome.answer.taskSid);
        return notify(routeTo === 'me' ? 'ParkInteractionUnparked' : 'ParkInteractionUnparkedToOthers', {
          customerName,
        });
      case 'already-unparked':
        return notify('ParkInteractionAlreadyUnparked', { customerName });
    }
  };
}
