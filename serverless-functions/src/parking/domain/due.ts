import { UNTIL_REFUSED_BELOW_MS, UNTIL_AT_MOST_MS, type RepliesUntil } from '../../contract/park-until';
import type { Back, DueRoute, Target } from './plans';
import type { Park } from './record';
import { directRoute, queueRoute } from './routing';
import type { DueSettings, ParkSettings } from './settings';

const HOUR_MS = 60 * 60 * 1000;

/** What the agent asked for, as the request says it. */
export interface AskedBack {
  atMs: number;
  replies: RepliesUntil;
}

/** How far ahead a time may be. */
export type TimeLimits = Pick<ParkSettings, 'parkUntil' | 'maxParkAgeHours'>;

/** The time that a request asks for, or that there can be none. `parkedAtMs`: its maximum age counts from then. */
export function askedBack(
  { backAt: said, replies = 'wake' }: { backAt?: string | undefined; replies?: RepliesUntil | undefined },
  { settings, parkedAtMs, nowMs }: { settings: TimeLimits; parkedAtMs: number; nowMs: number },
): AskedBack | 'impossible' | undefined {
  if (said === undefined) return undefined;
  const atMs = Date.parse(said);
  const latestMs = Math.min(nowMs + UNTIL_AT_MOST_MS, parkedAtMs + (settings.maxParkAgeHours ?? Infinity) * HOUR_MS);
  const isPossible = settings.parkUntil && nowMs + UNTIL_REFUSED_BELOW_MS <= atMs && atMs <= latestMs;
  return isPossible ? { atMs, replies } : 'impossible';
}

/** The time to come back at, with what the settings say about it now. */
export function backAt({ atMs, replies }: AskedBack, settings: DueSettings, queueSid: Park['task']['queueSid']): Back {
  return {
    atMs,
    route: dueRoute(settings, queueSid),
    ...(replies === 'wait' && { repliesWaitMs: settings.onlyThenMaxHours * HOUR_MS }),
  };
}

/** Where something goes at its time, or after an event, as the settings say now. */
export function dueRoute(settings: DueSettings, queueSid: Park['task']['queueSid']): DueRoute {
  switch (settings.whenDue) {
    case 'workflow':
      return { to: 'workflow' };
    case 'worker':
      return directRoute(settings);
    case 'queue':
      return queueRoute(settings, queueSid);
  }
}

/** What may bring it back by itself. */
type Waiting = Pick<Park, 'back' | 'remark'>;

/** When its time comes: the one that the agent chose, or the end of a wait. Undefined for one that has none. */
export function dueAtMs({ back, remark }: Waiting): number | undefined {
  const atMs = Math.min(chosenAtMs(back), remark?.untilMs ?? Infinity);
  return atMs === Infinity ? undefined : atMs;
}

/** The time that the agent chose, or the end of what a reply waits for it. */
function chosenAtMs(back: Park['back']): number {
  if (!back) return Infinity;
  const { atMs, repliesWaitMs, repliedAtMs } = back;
  if (repliesWaitMs === undefined || repliedAtMs === undefined) return atMs;
  return Math.min(atMs, repliedAtMs + repliesWaitMs);
}

/** Its entry among the due times of all. */
export function dueTimeOf({ parkId, conversationSid, ...waiting }: Waiting & Pick<Park, 'parkId' | 'conversationSid'>) {
  const atMs = dueAtMs(waiting);
  return atMs === undefined ? undefined : { atMs, parkId, conversationSid };
}

/** Whether the time that the agent chose has come, and not only the end of a closing remark's wait. */
export function isChosenTimeUp({ back }: Pick<Park, 'back'>, nowMs: number): boolean {
  return chosenAtMs(back) <= nowMs;
}

/** It has to come back by itself now: an event came, or its time. */
export function isDue(park: Waiting & Pick<Park, 'event'>, nowMs: number): boolean {
  return park.event !== undefined || (dueAtMs(park) ?? Infinity) <= nowMs;
}

/** Whether a reply at this moment waits for the time that the agent chose. */
export function letsRepliesWait(park: Waiting & Pick<Park, 'event'>, nowMs: number): boolean {
  return park.back?.repliesWaitMs !== undefined && !isDue(park, nowMs);
}

/** A reply that waits for the time that the agent chose, and is known to wait. */
export function isReplyNoted(park: Waiting & Pick<Park, 'event'>, nowMs: number): boolean {
  return letsRepliesWait(park, nowMs) && park.back?.repliedAtMs !== undefined;
}

/** The park with a reply that waits; `undefined` when one waits already. */
export function withReply(park: Park, atMs: number): Park | undefined {
  if (!park.back || park.back.repliedAtMs !== undefined) return undefined;
  return { ...park, back: { ...park.back, repliedAtMs: atMs } };
}

/** The park with a closing remark that waits; `undefined` when it may not, or another one does already. */
export function withRemark(park: Park, { index, atMs }: { index: number; atMs: number }): Park | undefined {
  if (park.remarksWaitMs === undefined || park.remark || isDue(park, atMs)) return undefined;
  return { ...park, remark: { index, atMs, untilMs: atMs + park.remarksWaitMs } };
}

/** Where it goes at its time, or after an event. */
export function dueTarget({ back, eventRoute, agent }: Park): Target {
  const route = back?.route ?? eventRoute ?? { to: 'workflow' };
  if (route.to !== 'worker') return route;
  return { to: 'worker', workerSid: agent.workerSid, timeoutSeconds: route.timeoutSeconds };
}
