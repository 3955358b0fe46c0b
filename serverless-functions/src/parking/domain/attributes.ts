import { UNKNOWN_WORKER } from './damaged-record';
import { isChosenTimeUp } from './due';
import { agentNameOf } from './identity';
import { printJson } from './lossless-json';
import type { Park } from './record';

/** TaskRouter's limit on task attributes, in characters (twilio.com/docs/taskrouter/limits). */
export const TASK_ATTRIBUTES_MAX_CHARS = 4096;

/** Flex names the invite of a task in this key and sets it anew for the next one; the old value is a dead invite. */
const OLD_INVITE_KEY = 'flexChannelInviteSid';

/** What the next agent's desktop shows as a card. */
export const CARD_KEY = 'parkInteraction';

export interface ReturnAttributes {
  json: string;
  /** What had to be left out to stay under the limit. */
  dropped: 'nothing' | 'card' | 'queueName' | 'originalRouting';
}

/**
 * Attributes of the new task: the old ones, and where the conversation was before as `originalRouting`. The park id in
 * it lets a lost answer be found again among the channel's invites. `undefined` when not even the old ones fit.
 */
export function returnAttributes(
  park: Park,
  old: Record<string, unknown>,
  nowMs: number,
): ReturnAttributes | undefined {
  const { [OLD_INVITE_KEY]: _dead, [CARD_KEY]: _oldCard, originalRouting: _previous, ...kept } = old;
  const { queueName, queueSid } = park.task;
  const boost = park.reply?.priorityBoost ?? 0;
  const ids = {
    ...(queueSid && { queueSid }),
    ...(park.agent.workerSid !== UNKNOWN_WORKER && { workerSid: park.agent.workerSid }),
    parkId: park.parkId,
    ...(boost > 0 && { priorityBoost: boost }),
  };
  const choices = [
    { dropped: 'nothing', value: { ...kept, originalRouting: { queueName, ...ids }, ...cardOf(park, old, nowMs) } },
    { dropped: 'card', value: { ...kept, originalRouting: { queueName, ...ids } } },
    { dropped: 'queueName', value: { ...kept, originalRouting: ids } },
    { dropped: 'originalRouting', value: kept },
  ] as const;
  for (const { dropped, value } of choices) {
    const room = printJson({ ...value, ...flexKeys(park) });
    if (room.length <= TASK_ATTRIBUTES_MAX_CHARS) return { json: printJson(value), dropped };
  }
  return undefined;
}

/** What Flex writes into the attributes of every new task by itself, so that their room is kept free. */
function flexKeys(park: Park): Record<string, string> {
  return {
    [OLD_INVITE_KEY]: `KG${'0'.repeat(32)}`,
    flexInteractionSid: park.interactionSid,
    flexInteractionChannelSid: park.channelSid,
    conversationSid: park.conversationSid,
    channelSid: park.conversationSid,
    channelType: park.channelType,
  };
}

/** Why it is back is said, too: `askedFor` is the time that the agent chose, `event` what a back office said. */
function cardOf(park: Park, old: Record<string, unknown>, nowMs: number) {
  const { note, agent, back, event } = park;
  if (!note && !back && !event) return {};
  const { reason, text, timesParked } = note ?? { timesParked: timesParkedBefore(old) + 1 };
  const parkedAt = new Date(park.parkedAtMs).toISOString();
  const askedFor = back && isChosenTimeUp(park, nowMs) ? new Date(back.atMs).toISOString() : undefined;
  const said = { ...(reason && { reason }), ...(text && { note: text }), ...(askedFor && { askedFor }) };
  const came = event && { event: { ...(event.note && { note: event.note }) } };
  return { [CARD_KEY]: { agentName: agentNameOf(agent), parkedAt, timesParked, ...said, ...came } };
}

/** What an earlier return added to the priority of this task, as its attributes say; never less than nothing. */
export function priorityBoostOf({ originalRouting }: Record<string, unknown>): number {
  if (typeof originalRouting !== 'object' || originalRouting === null || !('priorityBoost' in originalRouting))
    return 0;
  const { priorityBoost } = originalRouting;
  return typeof priorityBoost === 'number' && Number.isInteger(priorityBoost) ? Math.max(0, priorityBoost) : 0;
}

/** How often the conversation of a task was parked before, as the card in its attributes says. */
export function timesParkedBefore(attributes: Record<string, unknown>): number {
  const card = attributes[CARD_KEY];
  if (typeof card !== 'object' || card === null || !('timesParked' in card)) return 0;
  return typeof card.timesParked === 'number' ? card.timesParked : 0;
}
