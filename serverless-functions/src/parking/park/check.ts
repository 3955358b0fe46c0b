import type { ParkRequest } from '../../contract/park';
import { settingsOfQueue } from '../../contract/queue-settings';
import type { Caller } from '../caller';
import { checkPark, identitiesInDoubt, type Situation } from '../domain/check-park';
import { parseAttributes } from '../domain/conversation-attributes';
import type { Park } from '../domain/record';
import { ParkingError } from '../errors';
import type { Ports, Stored } from '../ports';
import type { ParkSettings } from '../domain/settings';

export interface Read {
  situation: Situation;
  settings: ParkSettings;
  stored: Stored | undefined;
}

/** All that parking has to know, in one round of parallel reads. The SIDs of the request are only hints. */
export async function readSituation(ports: Ports, request: ParkRequest): Promise<Read> {
  const { conversationSid } = request;
  const [task, interactionParticipants, conversation, conversationParticipants, newest, settings, stored] =
    await Promise.all([
      ports.tasks.fetch(request.taskSid),
      ports.interactions.participants(request),
      ports.conversations.fetch(conversationSid),
      ports.conversations.participants(conversationSid),
      ports.conversations.newestMessages(conversationSid),
      ports.settings.current(),
      ports.records.read(conversationSid),
    ]);
  return {
    situation: {
      task,
      interactionParticipants,
      conversation,
      conversationParticipants,
      newestMessages: newest.messages,
    },
    settings,
    stored,
  };
}

interface Asked {
  request: ParkRequest;
  caller: Caller;
}

/** The park to carry out, or the ParkingError that says why not. */
export async function checkSituation(ports: Ports, read: Read, { request, caller }: Asked): Promise<Park> {
  const { task } = read.situation;
  const check = checkPark(read.situation, {
    request,
    caller: { workerSid: caller.workerSid, identity: caller.identity },
    parkId: ports.newId(),
    nowMs: ports.clock.nowMs(),
    settings: settingsOfQueue(read.settings, task ? { sid: task.queueSid, name: task.queueName } : {}),
    attributes: parseAttributes(task?.attributes ?? '{}') ?? {},
    knownWorkers: await workersAmong(ports, identitiesInDoubt(read.situation, caller.identity)),
  });
  if (!check.ok) throw new ParkingError(check.code);
  return check.park;
}

async function workersAmong(ports: Ports, identities: string[]): Promise<Set<string>> {
  const known = await Promise.all(identities.map((identity) => ports.workers.hasIdentity(identity)));
  return new Set(identities.filter((_, at) => known[at]));
}
