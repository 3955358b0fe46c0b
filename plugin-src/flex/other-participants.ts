import { z } from 'zod';

/** Flex's task, as far as it can list the participants of its interaction channel. */
export interface TaskWithParticipants {
  getParticipants(channelSid: string): Promise<unknown>;
}

/** A participant as Flex gives it; whether those who left stay listed is undocumented. */
const participants = z.array(
  z.object({
    type: z.string(),
    routingProperties: z.object({ workerSid: z.string().nullish() }).nullish(),
    mediaProperties: z.object({ identity: z.string().nullish() }).nullish(),
  }),
);

/**
 * How many agents and supervisors besides me are in the conversation: those of the interaction channel who are also
 * on the conversation's roster (of `rosterOf`). Rejects when Flex cannot tell.
 */
export async function countOtherInternalParticipants(request: {
  task: TaskWithParticipants;
  channelSid: string;
  /** Mine. */
  workerSid: string;
  roster: string;
}): Promise<number> {
  const listed = participants.parse(await request.task.getParticipants(request.channelSid));
  const present = new Set(request.roster.split('\n'));
  return listed.filter(({ type, routingProperties, mediaProperties }) => {
    const isInternal = type === 'agent' || type === 'supervisor';
    const isMe = routingProperties?.workerSid === request.workerSid;
    return isInternal && !isMe && present.has(mediaProperties?.identity ?? '');
  }).length;
}
