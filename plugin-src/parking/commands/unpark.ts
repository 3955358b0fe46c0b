import { unparkRequest } from '../../../serverless-functions/src/contract/unpark';
import type { FunctionsClient } from '../../flex/functions-client';
import type { Notify } from '../notifications';
import type { ParkingAction } from '../state/parking-actions';
import { isUnparking, knownItems } from '../state/parking-selectors';
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
}

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
    if (!request.success) throw new ParkInteractionError('invalid-request', 'conversationSid or routeTo is not valid');
    const { conversationSid, routeTo } = request.data;
    if (isUnparking(ports.parking(), conversationSid)) {
      throw new ParkInteractionError('busy', `${conversationSid} is being unparked`);
    }

    const customerName = customerNameIn(ports.parking(), conversationSid) ?? text('ParkInteractionUnknownCustomer');
    dispatch({ type: 'park-interaction/unpark-asked', conversationSid });
    const outcome = await ports.functions.unpark(request.data);
    if (!outcome.ok) {
      const { code, message } = outcome.failure;
      dispatch({ type: 'park-interaction/unpark-failed', conversationSid });
      notify('ParkInteractionUnparkFailed', { customerName, reason: text(failureKey(code)) });
      throw new ParkInteractionError(code, message);
    }
    dispatch({ type: 'park-interaction/unpark-done', conversationSid });
    switch (outcome.answer.status) {
      case 'unparked':
        return notify(routeTo === 'me' ? 'ParkInteractionUnparked' : 'ParkInteractionUnparkedToOthers', {
          customerName,
        });
      case 'already-unparked':
        return notify('ParkInteractionAlreadyUnparked', { customerName });
    }
  };
}

function customerNameIn(parking: ParkingState, conversationSid: string): string | undefined {
  return knownItems(parking.list).find((item) => item.conversationSid === conversationSid)?.customerName;
}
