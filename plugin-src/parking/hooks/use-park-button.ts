import { useSelector } from 'react-redux';

import { parkObstacle } from '../../../serverless-functions/src/contract/eligibility';
import { isLoaded, openInvites, selectConversation, type StateWithConversations } from '../../flex/conversation';
import { isMyMessagingTask, parkTargetOf } from '../../flex/task';
import { useParkingServices, type HeaderTask } from '../parking-services';
import { isParking, selectParking, type StateWithParking } from '../state/parking-selectors';
import { obstacleKey } from '../strings/parking-strings';
import { useOtherParticipants } from './use-other-participants';

export type ParkButtonState =
  | { status: 'hidden' }
  | { status: 'busy'; label: string; title: string }
  | { status: 'disabled'; label: string; title: string }
  | { status: 'ready'; label: string; title: string; park: () => void };

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
  if (obstacle === 'busy') {
    return { status: 'busy', label: text('ParkInteractionParking'), title: text(obstacleKey('busy')) };
  }
  const label = text('ParkInteractionPark');
  if (obstacle) return { status: 'disabled', label, title: text(obstacleKey(obstacle)) };
  return { status: 'ready', label, title: text('ParkInteractionParkTitle'), park: () => park(task) };
}
