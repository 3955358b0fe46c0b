import type { ConversationSid } from '../../../serverless-functions/src/contract/sids';
import type { CopyText } from '../../flex/clipboard';
import type { FailureCode } from '../../flex/failure';
import type { FunctionsClient } from '../../flex/functions-client';
import type { Notify } from '../notifications';
import { itemOf } from '../state/parking-selectors';
import type { ParkingState } from '../state/parking-state';
import { failureKey } from '../strings/parking-strings';
import type { Text } from '../strings/text';

export interface CopyWakeLinkPorts {
  functions: Pick<FunctionsClient, 'wakeLink'>;
  functionsUrl: string;
  copyText: CopyText;
  parking: () => ParkingState;
  notify: Notify;
  text: Text;
}

/** Puts the link by which another system brings a conversation back into the clipboard. Tells how it went, never rejects. */
export type CopyWakeLink = (conversationSid: ConversationSid) => Promise<void>;

export function createCopyWakeLink(ports: CopyWakeLinkPorts): CopyWakeLink {
  const { functions, functionsUrl, notify, parking, text } = ports;
  return async (conversationSid) => {
    const customerName = itemOf(parking(), conversationSid)?.customerName || text('ParkInteractionUnknownCustomer');
    const failed = (code: FailureCode) =>
      notify('ParkInteractionWakeLinkFailed', { customerName, reason: text(failureKey(code)) });
    const asking = functions.wakeLink({ conversationSid });
    const copying = ports.copyText(
      asking.then((outcome) => {
        if (!outcome.ok) throw new Error(outcome.failure.message);
        return functionsUrl + outcome.answer.path;
      }),
    );
    const isCopied = copying.then(
      () => true,
      () => false,
    );
    const outcome = await asking;
    if (!outcome.ok) return failed(outcome.failure.code);
    return (await isCopied) ? notify('ParkInteractionWakeLinkCopied', { customerName }) : failed('copy-refused');
  };
}
