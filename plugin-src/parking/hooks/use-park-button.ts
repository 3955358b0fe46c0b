import { useDispatch, useSelector } from 'react-redux';

import { parkObstacle } from '../../../serverless-functions/src/contract/eligibility';
import { settingsOfQueue } from '../../../serverless-functions/src/contract/queue-settings';
import {
  customerSpokeLast,
  isLoaded,
  openInvites,
  selectConversation,
  type StateWithConversations,
} from '../../flex/conversation';
import { isMyMessagingTask, parkTargetOf, queueOf } from '../../flex/task';
import { useParkingServices, type HeaderTask } from '../parking-services';
import type { ParkingAction } from '../state/parking-actions';
import { isParking, selectParking, type StateWithParking } from '../state/parking-selectors';
import { failureKey, obstacleKey } from '../strings/parking-strings';
import { useOtherParticipants } from './use-other-participants';

interface Shown {
  /** What stands on the button; it does not change with the state, so that the header does not jump. */
  text: string;
  /** What the button is called. */
  label: string;
  /** What it does, or why it cannot be pressed. */
  title: string;
}

export type ParkButtonState =
  | { status: 'hidden' }
  | ({ status: 'busy' } & Shown)
  | ({ status: 'disabled' } & Shown)
  /** `press` parks at once, or asks first. */
  | ({ status: 'ready'; press: () => void } & Shown);

export function useParkButton(task: HeaderTask | undefined): ParkButtonState {
  const { options: general, park, text, workerSid } = useParkingServices();
  const options = settingsOfQueue(general, queueOf(task));
  const dispatch = useDispatch<(action: ParkingAction) => void>();
  const target = task && isMyMessagingTask(task, workerSid) ? parkTargetOf(task) : undefined;
  const conversation = useSelector((state: StateWithConversations) =>
    selectConversation(state, target?.conversationSid),
  );
  const busy = useSelector(
    (state: StateWithParking) => target !== undefined && isParking(selectParking(state), target.taskSid),
  );
  const others = useOtherParticipants({ task, channelSid: target?.channelSid, conversation, workerSid });

  if (!task || !target || !options.mayPark) return { status: 'hidden' };
  const obstacle = parkObstacle({
    busy,
    conversationLoaded: isLoaded(conversation) && others !== 'unknown',
    otherInternalParticipants: others === 'unknown' ? 0 : others,
    openInvites: conversation ? openInvites(conversation) : 0,
  });
  const shown = { text: text('ParkInteractionPark'), label: text('ParkInteractionPark') };
  if (obstacle === 'busy') {
    return { status: 'busy', ...shown, label: text('ParkInteractionParking'), title: text(obstacleKey(obstacle)) };
  }
  if (obstacle) return { status: 'disabled', ...shown, title: text(obstacleKey(obstacle)) };
  const spokeLast = conversation !== undefined && customerSpokeLast(conversation);
  if (spokeLast && options.customerSpokeLast === 'refuse') {
    return { status: 'disabled', ...shown, title: text(failureKey('customer-spoke-last')) };
  }
  const asksFirst = options.askForNote || (spokeLast && options.customerSpokeLast === 'warn');
  const ask = () =>
    dispatch({ type: 'park-interaction/draft-changed', taskSid: target.taskSid, change: { open: true } });
  return {
    status: 'ready',
    ...shown,
    title: text('ParkInteractionParkTitle'),
    press: asksFirst ? ask : () => park(task),
  };
}
