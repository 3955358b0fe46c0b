/** What the plugin knows about a task when it decides whether Park can be pressed. */
export interface ParkSituation {
  /** The Park command of this task is running. */
  busy: boolean;
  conversationLoaded: boolean;
  /** Agents and supervisors in the conversation besides me. */
  otherInternalParticipants: number;
  openInvites: number;
}

export type ParkObstacle = 'busy' | 'conversation-not-loaded' | 'other-participants' | 'open-invites';

/** The first reason why Park cannot be pressed now, or undefined when it can. */
export function parkObstacle(situation: ParkSituation): ParkObstacle | undefined {
  if (situation.busy) return 'busy';
  if (!situation.conversationLoaded) return 'conversation-not-loaded';
  if (situation.otherInternalParticipants > 0) return 'other-participants';
  if (situation.openInvites > 0) return 'open-invites';
  return undefined;
}
