import type { CompleteParkedAnswer } from '../../../serverless-functions/src/contract/complete-parked';
import type { ConversationSid } from '../../../serverless-functions/src/contract/sids';
import { hasEnded, isLoaded, isMarkedAsParked, rosterOf, type ConversationLike } from '../../flex/conversation';
import type { Failure, FailureCode } from '../../flex/failure';
import type { FunctionsClient, Outcome } from '../../flex/functions-client';
import { countOtherInternalParticipants } from '../../flex/other-participants';
import { customerNameOf, parkTargetOf, type ParkTarget } from '../../flex/task';
import type { Notify } from '../notifications';
import type { HeaderTask } from '../parking-services';
import { isParking, knownItems } from '../state/parking-selectors';
import type { ParkingState } from '../state/parking-state';
import { failureKey } from '../strings/parking-strings';
import type { Text } from '../strings/text';
import { ParkInteractionError } from './park-interaction-error';

export interface CompletePorts {
  functions: Pick<FunctionsClient, 'completeParked'>;
  notify: Notify;
  text: Text;
  parking: () => ParkingState;
  conversation: (sid: string) => ConversationLike | undefined;
  /** Whether the task was parked from this browser. */
  wasParkedHere: (taskSid: string) => boolean;
  schedule: (run: () => void, delayMs: number) => () => void;
}

/** `by-flex`: the task is for Flex to complete. */
export type CompleteCommand = (task: HeaderTask | undefined) => Promise<'completed' | 'by-flex'>;

/** Of a task that is probably none of ours, an agent waits no longer than this for our Function. */
const PATIENCE_MS = 5_000;

/** Refusals of a Function that has seen that the conversation lives on. */
const LIVES_ON: readonly FailureCode[] = ['conversation-is-back', 'complete-unconfirmed'];

/**
 * Completes a task in wrap-up whose conversation is parked; Flex's own Complete would close that conversation. Flex
 * gets the task when the conversation has ended or the Function says so, and also when the Function cannot be reached
 * and nothing tells that the conversation lives on without an agent: an outage of parking stops nobody else's work.
 */
export function createCompleteCommand(ports: CompletePorts): CompleteCommand {
  return async (task) => {
    const target = task?.status === 'wrapping' ? parkTargetOf(task) : undefined;
    if (!task || !target || hasEnded(ports.conversation(target.conversationSid))) return 'by-flex';
    const isKnown = isKnownToBeParked(ports, target);
    const asking = ports.functions.completeParked(target);
    const outcome = isKnown ? await asking : await impatiently(asking, ports.schedule);
    if (outcome.ok) return outcome.answer.status === 'completed' ? 'completed' : 'by-flex';
    const { failure } = outcome;
    if (!isKnown && !LIVES_ON.includes(failure.code) && !(await mayBeParked(ports, task, target))) return 'by-flex';
    return refuse(ports, task, failure);
  };
}

function isKnownToBeParked({ conversation, parking, wasParkedHere }: CompletePorts, target: ParkTarget): boolean {
  const { conversationSid, taskSid } = target;
  return (
    isParking(parking(), taskSid) ||
    wasParkedHere(taskSid) ||
    isInList(parking(), conversationSid) ||
    isMarkedAsParked(conversation(conversationSid))
  );
}

function isInList({ list }: ParkingState, conversationSid: ConversationSid): boolean {
  return knownItems(list).some((item) => item.conversationSid === conversationSid);
}

/** An open conversation that no other agent is in: Flex ends a conversation at once, and gives others' away. */
async function mayBeParked(ports: CompletePorts, task: HeaderTask, target: ParkTarget): Promise<boolean> {
  const conversation = ports.conversation(target.conversationSid);
  if (!isLoaded(conversation)) return false;
  const others = countOtherInternalParticipants({
    task,
    channelSid: target.channelSid,
    workerSid: task.workerSid,
    roster: rosterOf(conversation),
  });
  return (await others.catch(() => 0)) === 0;
}

function refuse({ notify, text }: CompletePorts, task: HeaderTask, { code, message }: Failure): never {
  const customerName = customerNameOf(task) ?? text('ParkInteractionUnknownCustomer');
  notify('ParkInteractionCompleteFailed', { customerName, reason: text(failureKey(code)) });
  throw new ParkInteractionError(code, message);
}

function impatiently(
  asking: Promise<Outcome<CompleteParkedAnswer>>,
  schedule: CompletePorts['schedule'],
): Promise<Outcome<CompleteParkedAnswer>> {
  return new Promise((resolve) => {
    const failure = { code: 'no-answer', message: `no answer within ${PATIENCE_MS} ms` } as const;
    const stopWaiting = schedule(() => resolve({ ok: false, failure }), PATIENCE_MS);
    void asking.then((outcome) => {
      stopWaiting();
      resolve(outcome);
    });
  });
}
