import { useDispatch, useSelector } from 'react-redux';

import { parkObstacle } from '../../../serverless-functions/src/contract/eligibility';
import { settingsOfQueue } from '../../../serverless-functions/src/contract/queue-settings';
import {
  customerSpokeLast,
  isLoaded,
  lastCustomerMessageAt,
  openInvites,
  selectConversation,
  type ConversationLike,
  type StateWithConversations,
} from '../../flex/conversation';
import { channelTypeOf, isMyMessagingTask, parkTargetOf, queueOf } from '../../flex/task';
import { useParkingServices, type HeaderTask } from '../parking-services';
import type { ParkingAction } from '../state/parking-actions';
import { isParking, selectParking, type StateWithParking } from '../state/parking-selectors';
import { failureKey, obstacleKey } from '../strings/parking-strings';
import type { ParkDraft, Until } from '../state/parking-state';
import { useOtherParticipants } from './use-other-participants';
import type { ChannelFacts } from './use-time-choices';

interface Shown {
  /** What stands on the button; it does not change with the state, so that the header does not jump. */
  text: string;
  /** What the button is called. */
  label: string;
  /** What it does, or why it cannot be pressed. */
  title: string;
}

/** The menu beside the button. `press`: absent while the button cannot be pressed either. */
export interface ParkUntilState {
  title: string;
  channel: ChannelFacts;
  press?: (until: Until) => void;
}

interface Present extends Shown {
  /** Absent where conversations are not parked until a time. */
  until?: ParkUntilState;
}

export type ParkButtonState =
  | { status: 'hidden' }
  | ({ status: 'busy' } & Present)
  | ({ status: 'disabled' } & Present)
  /** `press` parks at once, or asks first. `again` asks only when `press` would warn, for the rest is known. */
  | ({ status: 'ready'; press: (until?: Until) => void; again: (said: Said) => void } & Present);

/** What the agent says again of what they said before. */
export interface Said {
  reason: string | undefined;
  note: string | undefined;
  until: Until | undefined;
}

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
  const untilTitle = text('ParkInteractionUntilMenuTitle');
  const channel = channelFactsOf(task, conversation);
  const shown = (title: string) => ({
    text: text('ParkInteractionPark'),
    label: text('ParkInteractionPark'),
    title,
    ...(options.parkUntil && { until: { title, channel } }),
  });
  if (obstacle === 'busy') {
    return { status: 'busy', ...shown(text(obstacleKey(obstacle))), label: text('ParkInteractionParking') };
  }
  if (obstacle) return { status: 'disabled', ...shown(text(obstacleKey(obstacle))) };
  const spokeLast = conversation !== undefined && customerSpokeLast(conversation);
  if (spokeLast && options.customerSpokeLast === 'refuse') {
    return { status: 'disabled', ...shown(text(failureKey('customer-spoke-last'))) };
  }
  const warns = spokeLast && options.customerSpokeLast === 'warn';
  const ask = (change: Partial<ParkDraft>) =>
    dispatch({ type: 'park-interaction/draft-changed', taskSid: target.taskSid, change: { ...change, open: true } });
  const press = (until?: Until) => (options.askForNote || warns ? ask({ until }) : park(task, until));
  const again = ({ note = '', reason = '', until }: Said) =>
    warns ? ask({ note, reason, until }) : park(task, { note, reason, ...until });
  return {
    status: 'ready',
    ...shown(text('ParkInteractionParkTitle')),
    ...(options.parkUntil && { until: { title: untilTitle, channel, press } }),
    press,
    again,
  };
}

function channelFactsOf(task: HeaderTask, conversation: ConversationLike | undefined): ChannelFacts {
  return {
    channelType: channelTypeOf(task),
    lastCustomerMessageAt: conversation && lastCustomerMessageAt(conversation),
  };
}
