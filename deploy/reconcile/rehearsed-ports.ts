import type { TaskSid, WebhookSid } from '../../serverless-functions/src/contract/sids';
import { syncMapSid, taskSid, webhookSid } from '../../serverless-functions/src/contract/sids';
import type { Ports, Stored } from '../../serverless-functions/src/parking/ports';
import type { InteractionRecord } from '../../serverless-functions/src/parking/domain/record';

const NEVER_MADE = '0'.repeat(32);
const TASK: TaskSid = taskSid.parse(`WT${NEVER_MADE}`);
const WEBHOOK: WebhookSid = webhookSid.parse(`WH${NEVER_MADE}`);
const MAP = syncMapSid.parse(`MP${NEVER_MADE}`);

const written = (stored: Stored, record: InteractionRecord) =>
  ({ kind: 'written', stored: { ...stored, record } }) as const;
const nothing = () => Promise.resolve();

/** Where the next run of a rehearsal goes on. */
export interface Rehearsal {
  cursor: string | undefined;
}

/**
 * The account's own ports for reading; whatever would write only pretends to. Every port is listed method by method,
 * so that a new one does not compile until it is decided here which kind it is.
 */
export function rehearsed(ports: Ports, rehearsal: Rehearsal): Ports {
  const { records, conversations, wakeWebhooks, interactions, list, slots, tasks, workers, workflows } = ports;
  return {
    clock: ports.clock,
    newId: ports.newId,
    hadLostAnswers: ports.hadLostAnswers,
    log: ports.log,
    functionsDomain: ports.functionsDomain,
    settings: { current: ports.settings.current },
    tasks: { fetch: tasks.fetch, deathsAreReported: tasks.deathsAreReported },
    workers: { hasIdentity: workers.hasIdentity, isFree: workers.isFree, nameOf: workers.nameOf },
    workflows: { replacementOf: workflows.replacementOf },
    records: {
      read: records.read,
      pages: records.pages,
      create: (record) => Promise.resolve(written({ record, documentSid: '', revision: '0' }, record)),
      replace: (stored, record) => Promise.resolve(written(stored, record)),
      remove: () => Promise.resolve('removed'),
      lease: (_, untilMs) => Promise.resolve({ untilMs, cursor: rehearsal.cursor }),
      saveCursor: (_, cursor) => {
        rehearsal.cursor = cursor;
        return Promise.resolve();
      },
    },
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
      release: nothing,
      close: nothing,
      invite: () => Promise.resolve(TASK),
    },
    list: {
      find: list.find,
      all: list.all,
      put: ({ conversationSid }) => Promise.resolve({ mapSid: MAP, mapItemKey: conversationSid, revision: '0' }),
      remove: nothing,
      letAgentRead: nothing,
    },
    board: { changed: nothing, letWatch: nothing },
    slots: { of: slots.of, take: nothing, free: nothing },
  };
}
