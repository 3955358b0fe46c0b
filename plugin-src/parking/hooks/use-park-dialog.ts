import { useDispatch, useSelector } from 'react-redux';

import { settingsOfQueue } from '../../../serverless-functions/src/contract/queue-settings';
import { customerSpokeLast, selectConversation, type StateWithConversations } from '../../flex/conversation';
import { customerNameOf, isMyMessagingTask, parkTargetOf, queueOf } from '../../flex/task';
import { useParkingServices, type HeaderTask } from '../parking-services';
import type { ParkingAction } from '../state/parking-actions';
import { isParking, selectParking, type StateWithParking } from '../state/parking-selectors';
import { EMPTY_DRAFT, type ParkDraft, type Until } from '../state/parking-state';
import type { Text } from '../strings/text';
import { comingMoment } from './moment';

/** As long as the Functions take it. */
export const NOTE_MAX_CHARS = 500;

export type ParkDialogState =
  | { status: 'closed' }
  | {
      status: 'open';
      title: string;
      /** Said when the customer wrote last and the account wants a warning. */
      warning: { heading: string; text: string } | undefined;
      /** What can be said about why; undefined while the account does not ask. */
      note: { draft: ParkDraft; reasons: readonly string[]; change(change: Partial<ParkDraft>): void } | undefined;
      parkLabel: string;
      park(): void;
      cancel(): void;
    };

/** Asks before parking: for a reason and a note, or whether to park although the customer spoke last. */
export function useParkDialog(task: HeaderTask | undefined): ParkDialogState {
  const { localeTag, now, options: general, park, text, workerSid } = useParkingServices();
  const options = settingsOfQueue(general, queueOf(task));
  const dispatch = useDispatch<(action: ParkingAction) => void>();
  const target = task && isMyMessagingTask(task, workerSid) ? parkTargetOf(task) : undefined;
  const taskSid = target?.taskSid;
  const draft = useSelector((state: StateWithParking) => (taskSid ? selectParking(state).drafts[taskSid] : undefined));
  const busy = useSelector((state: StateWithParking) => taskSid && isParking(selectParking(state), taskSid));
  const spokeLast = useSelector((state: StateWithConversations) => {
    const conversation = selectConversation(state, target?.conversationSid);
    return conversation !== undefined && customerSpokeLast(conversation);
  });

  if (!task || !taskSid || !draft?.open || busy) return { status: 'closed' };
  const customerName = customerNameOf(task) ?? text('ParkInteractionUnknownCustomer');
  const warns = spokeLast && options.customerSpokeLast === 'warn';
  const warning = () => ({
    heading: text('ParkInteractionSpokeLastTitle'),
    text: spokeLastText({ customerName, until: draft.until }, { text, localeTag, now: now() }),
  });
  const change = (changes: Partial<ParkDraft>) =>
    dispatch({ type: 'park-interaction/draft-changed', taskSid, change: changes });
  return {
    status: 'open',
    title: options.askForNote
      ? text('ParkInteractionNoteTitle', { customerName })
      : text('ParkInteractionSpokeLastTitle'),
    warning: warns || !options.askForNote ? warning() : undefined,
    note: options.askForNote ? { draft, reasons: reasonsFor(draft, options.noteReasons), change } : undefined,
    parkLabel: text(warns || !options.askForNote ? 'ParkInteractionParkAnyway' : 'ParkInteractionPark'),
    park: () => {
      change({ open: false });
      park(task, { ...draft.until, ...(options.askForNote && { reason: draft.reason, note: draft.note.trim() }) });
    },
    cancel: () => dispatch({ type: 'park-interaction/draft-changed', taskSid, change: { ...EMPTY_DRAFT } }),
  };
}

/** A conversation that is parked again may have a reason that the settings have lost. */
function reasonsFor({ reason }: ParkDraft, reasons: readonly string[]): readonly string[] {
  return reason === '' || reasons.includes(reason) ? reasons : [reason, ...reasons];
}

interface Speaking {
  text: Text;
  localeTag: string;
  now: Date;
}

/** What becomes of a customer who may be waiting. */
function spokeLastText(
  { customerName, until }: { customerName: string; until: Until | undefined },
  { text, ...reader }: Speaking,
): string {
  if (!until) return text('ParkInteractionSpokeLastText', { customerName });
  const when = comingMoment(Date.parse(until.backAt), reader).absolute;
  const key = until.replies === 'wait' ? 'ParkInteractionUntilSpokeLastOnlyThen' : 'ParkInteractionUntilSpokeLast';
  return text(key, { customerName, when });
}
