import { useSelector } from 'react-redux';

import { parkObstacle } from '../../../serverless-functions/src/contract/eligibility';
import { isLoaded, openInvites, selectConversation, type StateWithConversations } from '../../flex/conversation';
import { isMyMessagingTask, parkTargetOf } from '../../flex/task';
import { useParkingServices, type HeaderTask } from '../parking-services';
import { isParking, selectParking, type StateWithParking } from '../state/parking-selectors';
import { obstacleKey } from '../strings/parking-strings';
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
  | ({ status: 'ready'; park: () => void } & Shown);

export function useParkButton(task: HeaderTask | undefined): ParkButtonState {
  const { park, text, workerSid } = useParkingServices();
  const target = task && isMyMessagingTask(task, workerSid) ? parkTargetOf(task) : undefined;
  const conversation = useSelector((state: StateWithConversations) =>
    selectConversation(state, target?.conversationSid),
  );
  const busy = useSelector(
    (state: StateWithParking) => target !== undefined && isParking(selectParking(state), target.taskSid),
  );
  const others = useOtherParticipants({ task, channelSid: target?.channelSid, conversation, workerSid });

  if (!task || !target) return { status: 'hidden' };
  const obstacle = parkObstacle({
    busy,
    conversationLoaded: isLoaded(conversation) && others !== 'unknown',
    otherInternalParticipants: others === 'unknown' ? 0 : others,
    openInvites: conversation ? openInvites(conversation) : 0,
  });
  const shown = { text: text('ParkInteractionPark'), label: text('ParkInteractionPark') };
  switch (obstacle) {
    case undefined:
      return { status: 'ready', ...shown, title: text('ParkInteractionParkTitle'), park: () => park(task) };
    case 'busy':
      return { status: 'busy', ...shown, label: text('ParkInteractionParking'), title: text(obstacleKey(obstacle)) };
    default:
      return { status: 'disabled', ...shown, title: text(obstacleKey(obstacle)) };
  }
}
