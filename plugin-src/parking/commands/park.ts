import { z } from 'zod';

import { parkObstacle } from '../../../serverless-functions/src/contract/eligibility';
import {
  customerSpokeLast,
  isLoaded,
  lastSeenMessageIndex,
  openInvites,
  type ConversationLike,
} from '../../flex/conversation';
import type { FailureCode } from '../../flex/failure';
import type { FunctionsClient } from '../../flex/functions-client';
import { customerNameOf, parkNote, parkTargetOf, type ParkNote, type TaskLike } from '../../flex/task';
import type { Notify } from '../notifications';
import type { ParkingAction } from '../state/parking-actions';
import { isParking } from '../state/parking-selectors';
import type { ParkingState } from '../state/parking-state';
import { failureKey, obstacleKey } from '../strings/parking-strings';
import type { Text } from '../strings/text';
import { ParkInteractionError } from './park-interaction-error';

export interface ParkPorts {
  functions: Pick<FunctionsClient, 'park'>;
  parking: () => ParkingState;
  dispatch: (action: ParkingAction) => void;
  conversation: (conversationSid: string) => ConversationLike | undefined;
  /** Resolves when nothing that the agent sent is on its way any more: to false if Twilio does not have all of it. */
  isSent: (conversationSid: string) => Promise<boolean>;
  notify: Notify;
  text: Text;
  /** The customer must have got an answer before the agent parks. */
  refuseWhenCustomerSpokeLast: boolean;
  /** Told of every task that is parked, and of those that may be. */
  mayBeParked: (taskSid: string) => void;
  /** Told when what was parked comes back by itself. */
  comesBackAt: (atMs: number) => void;
  /** A moment in ISO 8601 as people read it. */
  moment: (iso: string) => string;
  /** Parking gives the permission to read the list, where Sync asks for one: what failed before may work now. */
  retryFailedList: () => void;
}

/** Failures after which the task may be parked all the same. */
const IN_DOUBT: readonly FailureCode[] = ['no-answer', 'answer-not-understood', 'park-unconfirmed', 'internal-error'];

/** What the agent's other desktop has done meanwhile, or Twilio: no news to an agent who asked for nothing. */
const DONE_ELSEWHERE: readonly ParkInteractionError['code'][] = [
  'busy',
  'task-not-found',
  'task-not-assigned',
  'not-your-task',
  'conversation-is-back',
];

const unasked = z.object({ byItself: z.literal(true) });
/** Twilio is about to delete the task: that the customer has no answer yet is no reason to lose them. */
const expiring = z.object({ expiring: z.literal(true) });

/** `said` is checked here: other plugins may invoke the action with anything. */
export type ParkCommand = (task: TaskLike, said?: unknown) => Promise<void>;

/** Parks the task's conversation and tells the agent how it went. Rejects with a ParkInteractionError if not parked. */
export function createParkCommand(ports: ParkPorts): ParkCommand {
  const { dispatch, notify, text } = ports;
  return async (task, said = {}) => {
    const customerName = customerNameOf(task) ?? text('ParkInteractionUnknownCustomer');
    const isUnasked = unasked.safeParse(said).success;
    const refuse = (code: ParkInteractionError['code'], reason: string, message = reason): never => {
      if (!isUnasked || !DONE_ELSEWHERE.includes(code)) notify('ParkInteractionParkFailed', { customerName, reason });
      throw new ParkInteractionError(code, message);
    };

    const target = parkTargetOf(task);
    if (!target) return refuse('not-a-messaging-task', text(failureKey('not-a-messaging-task')));
    const note = parkNote.safeParse(said);
    if (!note.success) return refuse('invalid-request', text(failureKey('invalid-request')));
    const conversation = ports.conversation(target.conversationSid);
    const obstacle = parkObstacle({
      busy: isParking(ports.parking(), target.taskSid),
      conversationLoaded: isLoaded(conversation),
      otherInternalParticipants: 0, // the Function looks itself, and knows better
      openInvites: conversation ? openInvites(conversation) : 0,
    });
    if (obstacle || !conversation) {
      const code = obstacle ?? 'conversation-not-loaded';
      return refuse(code, text(obstacleKey(code)));
    }

    const { taskSid } = target;
    dispatch({ type: 'park-interaction/park-asked', taskSid });
    const giveUp: typeof refuse = (...why) => {
      dispatch({ type: 'park-interaction/park-failed', taskSid });
      return refuse(...why);
    };
    // Whoever has left a conversation cannot write in it any more.
    if (!(await ports.isSent(target.conversationSid)))
      return giveUp('message-not-sent', text(failureKey('message-not-sent')));
    const current = ports.conversation(target.conversationSid) ?? conversation;
    const mustAnswerFirst = ports.refuseWhenCustomerSpokeLast && !expiring.safeParse(said).success;
    if (mustAnswerFirst && customerSpokeLast(current)) {
      return giveUp('customer-spoke-last', text(failureKey('customer-spoke-last')));
    }

    const outcome = await ports.functions.park({
      ...target,
      ...given(note.data),
      lastSeenMessageIndex: lastSeenMessageIndex(current),
    });
    if (outcome.ok || IN_DOUBT.includes(outcome.failure.code)) ports.mayBeParked(taskSid);
    if (!outcome.ok) {
      return giveUp(outcome.failure.code, text(failureKey(outcome.failure.code)), outcome.failure.message);
    }
    dispatch({ type: 'park-interaction/park-done', taskSid });
    ports.retryFailedList();
    switch (outcome.answer.status) {
      case 'parked':
        return tellParked(ports, note.data, { customerName, conversationSid: target.conversationSid });
      case 'returned':
        return notify('ParkInteractionReturned', { customerName });
    }
  };
}

function tellParked(
  { comesBackAt, moment, notify }: ParkPorts,
  { backAt, replies }: ParkNote,
  parked: { customerName: string; conversationSid: string },
): void {
  if (backAt === undefined) return notify('ParkInteractionParked', parked);
  comesBackAt(Date.parse(backAt));
  const id = replies === 'wait' ? 'ParkInteractionUntilParkedOnlyThen' : 'ParkInteractionUntilParked';
  return notify(id, { ...parked, when: moment(backAt) });
}

/** Only what was said: a form would send “undefined” as a word. */
function given({ backAt, note, reason, replies }: ParkNote): ParkNote {
  return {
    ...(reason && { reason }),
    ...(note && { note }),
    ...(backAt && { backAt }),
    ...(backAt && replies && { replies }),
  };
}
