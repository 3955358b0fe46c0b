import type { TaskSid, WebhookSid } from '../../serverless-functions/src/contract/sids';
import { syncMapSid, taskSid, webhookSid } from '../../serverless-functions/src/contract/sids';
import type { Lease, Ports } from '../../serverless-functions/src/parking/ports';
import type { InteractionRecord } from '../../serverless-functions/src/parking/domain/record';
import type { Revision } from '../../serverless-functions/src/parking/record-port';

const NEVER_MADE = '0'.repeat(32);
const TASK: TaskSid = taskSid.parse(`WT${NEVER_MADE}`);
const WEBHOOK: WebhookSid = webhookSid.parse(`WH${NEVER_MADE}`);
const MAP = syncMapSid.parse(`MP${NEVER_MADE}`);

const written = ({ documentSid, revision }: Revision, record: InteractionRecord) =>
  ({ kind: 'written', stored: { documentSid, revision, record } }) as const;
const NEW_ROUND = { cursor: undefined, doneOnPage: 0, roundAtMs: undefined, again: [], wholeRoundAtMs: undefined };
const nothing = () => Promise.resolve();

/** Where the next run of a rehearsal goes on. */
export interface Rehearsal {
  lease: Lease | undefined;
}

/**
 * The account's own ports for reading; whatever would write only pretends to. Every port is listed method by method,
 * so that a new one does not compile until it is decided here which kind it is.
 */
export function rehearsed(ports: Ports, rehearsal: Rehearsal): Ports {
  const { records, conversations, wakeWebhooks, interactions, dueTimes, list, slots, tasks, workers, workflows } =
    ports;
  return {
    clock: ports.clock,
    newId: ports.newId,
    hadLostAnswers: ports.hadLostAnswers,
    log: ports.log,
    functionsDomain: ports.functionsDomain,
    settings: { current: ports.settings.current },
    accountSettings: rehearsedSettings(ports.accountSettings),
    ...rehearsedAlerts,
    wakeLinks: { pathFor: ports.wakeLinks.pathFor, check: ports.wakeLinks.check },
    tasks: rehearsedTasks(tasks),
    workers: {
      hasIdentity: workers.hasIdentity,
      freeChannels: workers.freeChannels,
      presence: workers.presence,
      nameOf: workers.nameOf,
      countAvailable: workers.countAvailable,
      queueOf: workers.queueOf,
    },
    workflows: { replacementOf: workflows.replacementOf, standard: workflows.standard, hasQueue: workflows.hasQueue },
    records: rehearsedRecords(records, rehearsal),
    conversations: {
      fetch: conversations.fetch,
      participants: conversations.participants,
      newestMessages: conversations.newestMessages,
      readMessages: conversations.readMessages,
      putAttributes: nothing,
      say: nothing,
    },
    wakeWebhooks: { list: wakeWebhooks.list, create: () => Promise.resolve(WEBHOOK), remove: nothing },
    flows: { attach: nothing, detach: nothing },
    interactions: {
      participants: interactions.participants,
      invites: interactions.invites,
      hasFailed: interactions.hasFailed,
      release: nothing,
      close: nothing,
      invite: () => Promise.resolve(TASK),
    },
    list: {
      find: list.find,
      peek: list.peek,
      createMap: () => Promise.resolve(undefined),
      markProblem: nothing,
      put: ({ conversationSid }) => Promise.resolve({ mapSid: MAP, mapItemKey: conversationSid, revision: '0' }),
      remove: nothing,
      letAgentRead: nothing,
    },
    board: { changed: nothing, letWatch: nothing },
    dueTimes: { first: dueTimes.first, put: nothing, remove: nothing },
    history: { page: ports.history.page, add: nothing },
    slots: { of: slots.of, take: nothing, free: nothing },
  };
}

function rehearsedSettings(settings: Ports['accountSettings']): Ports['accountSettings'] {
  return {
    async read() {
      const then = await settings.read();
      return { ...then, plan: (change) => ({ ...then.plan(change), save: nothing }) };
    },
    alone: (run) => run(),
  };
}
const rehearsedAlerts: Pick<Ports, 'alertsTold' | 'alertPost'> = {
  alertsTold: { note: () => Promise.resolve(false), forget: nothing },
  alertPost: { ensureReady: () => undefined, send: nothing },
};

function rehearsedTasks(tasks: Ports['tasks']): Ports['tasks'] {
  return {
    fetch: tasks.fetch,
    status: tasks.status,
    deathsAreReported: tasks.deathsAreReported,
    countPending: tasks.countPending,
    assignedLongest: tasks.assignedLongest,
    acceptedBy: tasks.acceptedBy,
    noteOver: tasks.noteOver,
    isKnownToBeOver: tasks.isKnownToBeOver,
    cancel: () => Promise.resolve(true),
  };
}

function rehearsedRecords(records: Ports['records'], rehearsal: Rehearsal): Ports['records'] {
  return {
    read: records.read,
    pages: records.pages,
    create: (record) => Promise.resolve(written({ documentSid: '', revision: '0' }, record)),
    replace: (at, record) => Promise.resolve(written(at, record)),
    remove: () => Promise.resolve('removed'),
    lease: (_, untilMs) => Promise.resolve({ ...NEW_ROUND, ...rehearsal.lease, untilMs }),
    saveProgress: (lease) => {
      rehearsal.lease = lease;
      return Promise.resolve();
    },
  };
}
