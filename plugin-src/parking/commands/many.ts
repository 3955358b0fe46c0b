import type { ConversationSid } from '../../../serverless-functions/src/contract/sids';
import type { Destination } from '../../../serverless-functions/src/contract/unpark';
import type { FailureCode } from '../../flex/failure';
import type { FunctionsClient } from '../../flex/functions-client';
import type { Notify } from '../notifications';
import { nextOf, numbersOf, type Chosen, type ManyCommand, type ManyResult } from '../state/many-run';
import type { ParkingAction } from '../state/parking-actions';
import type { ParkingState, Until } from '../state/parking-state';
import { ENDS } from './unpark';

export interface ManyPorts {
  functions: Pick<FunctionsClient, 'unpark' | 'changeTime'>;
  parking: () => ParkingState;
  dispatch: (action: ParkingAction) => void;
  notify: Notify;
  now: () => Date;
  wait: (delayMs: number) => Promise<void>;
  /** Told when one comes back by itself. */
  comesBackAt: (atMs: number) => void;
  reloadEveryone: () => void;
}

export interface ManyCommands {
  /** Does nothing while another run is under way. Resolves when every row has its result; never rejects. */
  start(command: ManyCommand, rows: readonly Chosen[]): Promise<void>;
  /** Those that failed, once more. */
  retry(): Promise<void>;
}

/** At most three a second: what Twilio allows an account is needed by everybody who works in it. */
const APART_MS = 334;

/** Nothing is left to do then: the customer, an agent or the end of the conversation was faster. */
const GONE: readonly FailureCode[] = ['not-parked', 'conversation-closed', 'conversation-not-found'];

/** Does one thing to many parked interactions, one after the other; the state says how far it is. */
export function createManyCommand(ports: ManyPorts): ManyCommands {
  const { dispatch, parking } = ports;
  const unlessRunning = async (begin: ParkingAction) => {
    if (parking().many?.isRunning) return;
    dispatch(begin);
    if (parking().many?.isRunning) await runToTheEnd(ports);
  };
  return {
    start: (command, rows) => unlessRunning({ type: 'park-interaction/many-started', command, rows }),
    retry: () => unlessRunning({ type: 'park-interaction/many-retried' }),
  };
}

async function runToTheEnd(ports: ManyPorts): Promise<void> {
  const { dispatch, notify, now, parking, reloadEveryone, wait } = ports;
  for (let next = nextOf(parking().many); next; next = nextOf(parking().many)) {
    const { conversationSid } = next;
    const command = parking().many?.command;
    if (!command) return;
    const beganAtMs = now().getTime();
    dispatch({ type: 'park-interaction/many-asked', conversationSid });
    const result = await ask(ports, command, conversationSid);
    dispatch({ type: 'park-interaction/many-answered', conversationSid, result });
    const restMs = beganAtMs + APART_MS - now().getTime();
    if (restMs > 0 && nextOf(parking().many)) await wait(restMs);
  }
  reloadEveryone();
  const run = parking().many;
  if (!run) return;
  const { done, failed, total } = numbersOf(run);
  notify(failed > 0 ? 'ParkInteractionManyFailed' : 'ParkInteractionManyFinished', { count: done, total, failed });
}

function ask(ports: ManyPorts, command: ManyCommand, conversationSid: ConversationSid): Promise<ManyResult> {
  switch (command.kind) {
    case 'unpark':
      return unparkOne(ports, conversationSid, command.to);
    case 'change-time':
      return changeOne(ports, conversationSid, command.until);
  }
}

async function unparkOne(
  { dispatch, functions, parking }: ManyPorts,
  conversationSid: ConversationSid,
  to: Destination,
): Promise<ManyResult> {
  if (parking().unparks[conversationSid] === 'asked') return { status: 'failed', code: 'busy' };
  dispatch({ type: 'park-interaction/unpark-asked', conversationSid });
  const outcome = await functions.unpark({ conversationSid, ...to });
  if (!outcome.ok) {
    const { code } = outcome.failure;
    dispatch({ type: 'park-interaction/unpark-failed', conversationSid, ended: ENDS.includes(code) });
    return resultOfFailure(code);
  }
  dispatch({ type: 'park-interaction/unpark-done', conversationSid });
  return { status: 'done', how: outcome.answer.status === 'unparked' ? 'unparked' : 'back' };
}

async function changeOne(
  { comesBackAt, functions }: ManyPorts,
  conversationSid: ConversationSid,
  until: Until | undefined,
): Promise<ManyResult> {
  const outcome = await functions.changeTime({ conversationSid, ...until });
  if (!outcome.ok) return resultOfFailure(outcome.failure.code);
  if (outcome.answer.status === 'returned') return { status: 'done', how: 'returned' };
  if (outcome.answer.backAt !== undefined) comesBackAt(Date.parse(outcome.answer.backAt));
  return { status: 'done', how: 'changed' };
}

function resultOfFailure(code: FailureCode): ManyResult {
  return GONE.includes(code) ? { status: 'done', how: 'gone' } : { status: 'failed', code };
}
