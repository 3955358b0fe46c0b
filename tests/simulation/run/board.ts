import type { Outcome } from '../functions/functions-host';
import { count } from './observed';
import { tokenOf } from './people';
import type { Stage } from './stage';
import { object, type Json } from './view';

/** From then on a conversation that is on its way back stands out. */
const LONG_AGO_MS = 10 * 60_000;
const MAX_PAGES = 5;

/** What the supervisors' board shows of the conversation: its row, or that its record cannot be read. */
export interface OnBoard {
  readonly row: Json | undefined;
  readonly isUnreadable: boolean;
}

/** Sofia looks at the board. */
export async function lookAtBoard(stage: Stage): Promise<OnBoard> {
  const { conversation, observed } = stage;
  let cursor: unknown;
  count(observed, 'the board looked at');
  for (let page = 0; page < MAX_PAGES && (page === 0 || typeof cursor === 'string'); page += 1) {
    const answer = bodyOf(await ask(stage, cursor));
    const row = listOf(answer.items)
      .map(object)
      .find((item) => item?.conversationSid === conversation.sid);
    const isUnreadable = listOf(answer.unreadable).includes(conversation.sid);
    if (row || isUnreadable) return { row, isUnreadable };
    cursor = answer.nextCursor;
  }
  return { row: undefined, isUnreadable: false };
}

function ask(stage: Stage, cursor: unknown): Promise<Outcome> {
  const event = { Token: tokenOf(stage, 'sofia'), version: '2', ...(typeof cursor === 'string' && { cursor }) };
  return stage.host.invoke({ path: '/flex/everyones-parked-interactions', kind: 'board', event });
}

const bodyOf = (outcome: Outcome): Json => (outcome.kind === 'answered' ? (object(outcome.answer.body) ?? {}) : {});
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** It says that somebody has to look after it. */
export function standsOut({ row, isUnreadable }: OnBoard, nowMs: number): boolean {
  if (isUnreadable || row?.problem !== undefined) return true;
  return row?.state === 'returning' && nowMs - Date.parse(String(row.returningSince)) > LONG_AGO_MS;
}
