import type { CompleteParkedAnswer, CompleteParkedRequest } from '../../contract/complete-parked';
import type { WorkerSid } from '../../contract/sids';
import { mayActOnAll, type Caller } from '../caller';
import { parseAttributes } from '../domain/conversation-attributes';
import { ParkingError, isUnknown } from '../errors';
import type { Found, InteractionParticipant, Ports, Task } from '../ports';
import { isUnreadable } from '../record-port';
import { isOpen, isPendingOrAssignedSoon } from '../truth';

interface WhatIsKnown {
  task: Task | undefined;
  participants: InteractionParticipant[];
  conversation: { state: string } | undefined;
  found: Found;
}

/**
 * Completes a task in wrap-up whose conversation lives on, by closing just its participant: Flex's own Complete closes
 * the whole channel. The Conversation decides, not our record, which is gone as soon as another agent has accepted.
 */
export async function completeParked(
  ports: Ports,
  request: CompleteParkedRequest,
  verifying: Promise<Caller>,
): Promise<CompleteParkedAnswer> {
  const reading = readAll(ports, request);
  reading.catch(() => undefined);
  const caller = await verifying;
  const { taskSid } = request;
  const known = await reading;
  const { task, conversation } = known;
  if (!task) return { status: 'completed', taskSid };
  if (!belongs(task, request)) throw new ParkingError('not-your-task');
  const agent = agentOf(known, request);
  if (!agent || (agent.workerSid !== caller.workerSid && !mayActOnAll(caller))) throw new ParkingError('not-your-task');
  if (task.status === 'completed' || task.status === 'canceled') return { status: 'completed', taskSid };
  if (task.status !== 'wrapping' || !conversation || conversation.state === 'closed')
    return { status: 'leave-to-flex', taskSid };
  if (await isBack(ports, known, agent)) throw new ParkingError('conversation-is-back');
  await close(ports, request, agent);
  return { status: 'completed', taskSid };
}

async function readAll(ports: Ports, request: CompleteParkedRequest): Promise<WhatIsKnown> {
  const [task, participants, conversation, found] = await Promise.all([
    ports.tasks.fetch(request.taskSid),
    ports.interactions.participants(request),
    ports.conversations.fetch(request.conversationSid),
    ports.records.read(request.conversationSid),
  ]);
  return { task, participants, conversation, found };
}

/** The request only hints; the task itself says which conversation it belongs to. */
function belongs({ attributes }: Task, request: CompleteParkedRequest): boolean {
  const said = parseAttributes(attributes);
  return (
    said?.flexInteractionSid === request.interactionSid &&
    said.flexInteractionChannelSid === request.channelSid &&
    said.conversationSid === request.conversationSid
  );
}

type Agent = Pick<InteractionParticipant, 'sid'> & { taskSid: Task['sid']; workerSid: WorkerSid };

/** From the channel, or from the record: whether those in wrap-up are listed is undocumented. */
function agentOf({ participants, found }: WhatIsKnown, { taskSid }: CompleteParkedRequest): Agent | undefined {
  const listed = participants.find((participant) => participant.taskSid === taskSid);
  if (listed?.workerSid) return { sid: listed.sid, taskSid, workerSid: listed.workerSid };
  const park = isUnreadable(found) ? undefined : found?.record.park;
  if (park?.task.sid !== taskSid) return undefined;
  return { sid: park.agent.participantSid, taskSid, workerSid: park.agent.workerSid };
}

/** The same agent has accepted the conversation again: closing them here might take them out of it. */
async function isBack(ports: Ports, { participants }: WhatIsKnown, agent: Agent): Promise<boolean> {
  const others = participants.flatMap(({ workerSid, taskSid }) =>
    workerSid === agent.workerSid && taskSid !== undefined && taskSid !== agent.taskSid ? [taskSid] : [],
  );
  const open = await Promise.all(others.map((taskSid) => isPendingOrAssignedSoon(ports, taskSid)));
  return open.includes(true);
}

/** "No such participant" and a lost answer are both success when the task is over. */
async function close(ports: Ports, request: CompleteParkedRequest, { sid, taskSid }: Agent): Promise<void> {
  try {
    await ports.interactions.release(request, sid, 'closed');
  } catch (error) {
    if (!(await isOpen(ports, taskSid))) return;
    throw isUnknown(error) ? new ParkingError('complete-unconfirmed', { cause: error }) : error;
  }
}
