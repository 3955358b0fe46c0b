import type { ParkRequest } from '../../contract/park';
import { settingsOfQueue } from '../../contract/queue-settings';
import type { TaskSid } from '../../contract/sids';
import type { Caller } from '../caller';
import { checkPark, identitiesInDoubt, type Situation } from '../domain/check-park';
import { parseAttributes } from '../domain/conversation-attributes';
import type { Park } from '../domain/record';
import { ParkingError } from '../errors';
import type { Found, Ports, SentInvite, Settings, Task } from '../ports';
import { isUnaccepted, LOOK_EVERY_MS, WAIT_FOR_TASK_MS } from '../truth';

/** No conversation is parked, brought back and accepted in less time. */
const FRESH_FOR_MS = 1_000;

export interface Read {
  situation: Situation;
  settings: Awaited<ReturnType<Settings['current']>>;
  found: Found;
  /** Tasks of invites to this channel that are neither this task's nor ours: somebody may be invited right now. */
  invitedTasks: TaskSid[];
  readAtMs: number;
}

/** All that parking has to know, in one round of parallel reads. The SIDs of the request are only hints. */
export async function readSituation(ports: Ports, request: ParkRequest): Promise<Read> {
  const { conversationSid } = request;
  const readAtMs = ports.clock.nowMs();
  const [task, interactionParticipants, invites, conversationParticipants, newest, settings, found] = await Promise.all(
    [
      ports.tasks.fetch(request.taskSid),
      ports.interactions.participants(request),
      ports.interactions.invites(request),
      ports.conversations.participants(conversationSid),
      ports.conversations.newestMessages(conversationSid),
      ports.settings.current(),
      ports.records.read(conversationSid),
    ],
  );
  const isHeld = interactionParticipants.some(({ taskSid }) => taskSid === request.taskSid);
  return {
    situation: {
      task: task ?? (isHeld ? await waitForTask(ports, request.taskSid) : undefined),
      interactionParticipants,
      conversationParticipants,
      newestMessages: newest.messages,
    },
    settings,
    found,
    invitedTasks: invites
      .filter((invite) => invite.taskSid !== request.taskSid && !isByParking(invite))
      .flatMap(({ taskSid }) => [taskSid]),
    readAtMs,
  };
}

/** The channel says that an agent has it, so it is there, although TaskRouter does not show it yet. */
async function waitForTask(ports: Ports, sid: TaskSid): Promise<Task | undefined> {
  const untilMs = ports.clock.nowMs() + WAIT_FOR_TASK_MS;
  while (ports.clock.nowMs() < untilMs) {
    await ports.clock.sleep(LOOK_EVERY_MS);
    const task = await ports.tasks.fetch(sid);
    if (task) return task;
  }
  return undefined;
}

/** An earlier return of this conversation; its task is over, or is the one that is being parked. */
function isByParking({ attributes }: SentInvite): boolean {
  const original = parseAttributes(attributes)?.originalRouting;
  return typeof original === 'object' && original !== null && 'parkId' in original;
}

/** The park to carry out, or the ParkingError that says why not. */
export async function checkSituation(
  ports: Ports,
  { situation, settings }: Read,
  { request, caller }: { request: ParkRequest; caller: Caller },
): Promise<Park> {
  const { task } = situation;
  const check = checkPark(situation, {
    request,
    caller: { workerSid: caller.workerSid, identity: caller.identity },
    parkId: ports.newId(),
    nowMs: ports.clock.nowMs(),
    settings: settingsOfQueue(settings, task ? { sid: task.queueSid, name: task.queueName } : {}),
    attributes: parseAttributes(task?.attributes ?? '{}') ?? {},
    knownWorkers: await workersAmong(ports, identitiesInDoubt(situation, caller.identity)),
    defaultWorkflowSid: settings.defaultWorkflowSid,
  });
  if (!check.ok) throw new ParkingError(check.code);
  return check.park;
}

async function workersAmong(ports: Ports, identities: string[]): Promise<Set<string>> {
  const known = await Promise.all(identities.map((identity) => ports.workers.hasIdentity(identity)));
  return new Set(identities.filter((_, at) => known[at]));
}

/**
 * Another press of the same task may have parked it, and the customer may have brought it back, since this one read
 * its facts; then it must not go on. Read again only when the reads are not fresh any more.
 */
export async function ensureStillAssigned(ports: Ports, sid: TaskSid, readAtMs: number): Promise<void> {
  if (ports.clock.nowMs() - readAtMs < FRESH_FOR_MS) return;
  if ((await ports.tasks.status(sid)) !== 'assigned') throw new ParkingError('task-not-assigned');
}

/** Throws `open-invites` while somebody is being invited: with them there would be two tasks for one reply. */
export async function ensureNobodyIsInvited(ports: Ports, invitedTasks: readonly TaskSid[]): Promise<void> {
  const unsure = invitedTasks.filter((task) => !ports.tasks.isKnownToBeOver(task));
  const statuses = await Promise.all(unsure.map((task) => ports.tasks.status(task)));
  if (statuses.some(isUnaccepted)) throw new ParkingError('open-invites');
}
