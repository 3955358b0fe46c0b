import { parkingSyncService } from '../../../../scripts/local-parking';
import { ids } from '../../../../local-twilio/src/account/seed/contact-centre';
import type { Conversation } from '../../../../local-twilio/src/services/conversations/entities';
import type { CustomerAddress } from '../../../../local-twilio/src/services/customers/commands';
import type { ChannelType } from '../../../../local-twilio/src/services/flex/entities';
import type { FlexUser } from '../../../../local-twilio/src/services/iam/entities';
import type { Task } from '../../../../local-twilio/src/services/taskrouter/entities';
import { ROUTED_AFTER_MS } from '../../../../local-twilio/src/services/taskrouter/rules/routing';
import type { World } from '../../../../local-twilio/src/account/world';
import { atOnce } from '../../../../local-twilio/src/services/customers/commands';
import type { Answer } from './run-function';

export const customers = {
  web: { channel: 'web', address: 'grace', name: 'Grace' },
  whatsapp: { channel: 'whatsapp', address: '+15550002222', name: 'Wanda' },
  sms: { channel: 'sms', address: '+15550003333', name: 'Sam' },
} as const satisfies Record<ChannelType, CustomerAddress & { name: string }>;

export type Username = 'ada' | 'ben' | 'sofia' | 'alex';

/** An accepted conversation, as the agent's desktop knows it. */
export interface Served {
  readonly conversationSid: string;
  readonly taskSid: string;
  readonly interactionSid: string;
  readonly channelSid: string;
}

interface Parts {
  readonly world: World;
  /** Calls a Function and waits for its answer. */
  readonly call: (path: string, fields: Readonly<Record<string, unknown>>) => Promise<Answer>;
  /** Resolves when no webhook is under way, and tasks have been offered. */
  readonly settled: () => Promise<void>;
}

/** What people do in these tests, whichever way the Functions are run. */
export interface ContactCentre extends Parts {
  person(username: Username): FlexUser;
  token(username: Username): string;
  /** Logs the agent in as available. */
  available(...usernames: Username[]): void;
  away(...usernames: Username[]): void;
  /** A customer writes; resolves when what that set in motion is over. */
  writes(customer: CustomerAddress & { name: string }, body?: string): Promise<string>;
  /** The agent accepts what is offered. */
  accept(username: Username): Promise<Served>;
  /** A customer writes and the agent accepts: a served conversation. */
  serve(username: Username, customer?: CustomerAddress & { name: string }): Promise<Served>;
  park(username: Username, served: Served, fields?: Readonly<Record<string, unknown>>): Promise<Answer>;
  unpark(username: Username, conversationSid: string, fields?: Readonly<Record<string, unknown>>): Promise<Answer>;
  parkFields(served: Served): Record<string, string>;
  conversation(sid: string): Conversation;
  attributesOf(task: Pick<Task, 'sid'> | string): Record<string, unknown>;
  /** Tasks of a conversation that are not over. */
  openTasks(conversationSid: string): readonly Task[];
  /** The parking record's data. */
  record(conversationSid: string): Record<string, unknown> | undefined;
  /** The row in the agent's list. */
  row(username: Username, conversationSid: string): RowOf | undefined;
  pendingReservations(username: Username): number;
}

interface RowOf {
  readonly data: Record<string, unknown>;
  /** Undefined: it never goes by itself. */
  readonly ttlSeconds: number | undefined;
}

const OPEN = ['pending', 'reserved', 'assigned', 'wrapping'];

export function contactCentre({ world, call, settled: delivered }: Parts): ContactCentre {
  const settled = async () => {
    await delivered();
    if (world.switches.routing === 'at-once') return;
    // Tasks are offered by then.
    world.clock.advance(ROUTED_AFTER_MS);
    await delivered();
  };
  const person = (username: Username): FlexUser => world.iam.findUser(username) ?? fail(`Nobody is called ${username}`);
  const token = (username: Username) => world.iam.issueToken(username).token;
  const pending = (username: Username) =>
    world.taskRouter.activeReservations(person(username).workerSid).filter(({ status }) => status === 'pending');
  const attributesOf = (task: Pick<Task, 'sid'> | string): Record<string, unknown> =>
    JSON.parse(world.taskRouter.task(typeof task === 'string' ? task : task.sid).attributes);

  const setActivity =
    (activity: keyof typeof ids.activities) =>
    (...usernames: Username[]): void => {
      for (const username of usernames)
        world.taskRouter.setActivity(person(username).workerSid, ids.activities[activity]);
    };

  async function accept(username: Username): Promise<Served> {
    if (pending(username).length === 0) await settled();
    const reservation = pending(username).at(-1) ?? fail(`Nothing is offered to ${username}`);
    const invite = world.flex.inviteOfTask(reservation.taskSid) ?? fail('A task without an invite');
    world.flex.acceptInvite(invite.sid, reservation.sid);
    await settled();
    const { interactionSid, channelSid, taskSid } = invite;
    const { conversationSid } = world.flex.channel(interactionSid, channelSid);
    return { conversationSid, taskSid, interactionSid, channelSid };
  }

  async function writes(customer: CustomerAddress & { name: string }, body = 'Hello?'): Promise<string> {
    const { conversationSid } = atOnce(world.customers.write({ ...customer, body }));
    await settled();
    return conversationSid;
  }

  function parkFields(served: Served): Record<string, string> {
    const newest = world.conversations.get(served.conversationSid).nextMessageIndex - 1;
    return { ...served, lastSeenMessageIndex: String(newest) };
  }

  return {
    world,
    call,
    settled,
    person,
    token,
    available: setActivity('available'),
    away: setActivity('offline'),
    writes,
    accept,
    async serve(username, customer = customers.web) {
      await writes(customer);
      return accept(username);
    },
    async park(username, served, fields = {}) {
      const answer = await call('flex/park-interaction', {
        Token: token(username),
        ...parkFields(served),
        ...fields,
      });
      await settled();
      return answer;
    },
    async unpark(username, conversationSid, fields = {}) {
      const answer = await call('flex/unpark-interaction', { Token: token(username), conversationSid, ...fields });
      await settled();
      return answer;
    },
    parkFields,
    conversation: (sid) => world.conversations.get(sid),
    attributesOf,
    openTasks: (conversationSid) =>
      world.taskRouter
        .tasks()
        .filter(
          (task) => OPEN.includes(task.assignmentStatus) && attributesOf(task).conversationSid === conversationSid,
        ),
    record(conversationSid) {
      const found = world.sync.findDocument(parkingSyncService, `ParkedInteraction_${conversationSid}`);
      return found?.data as Record<string, unknown> | undefined;
    },
    row(username, conversationSid) {
      const map = world.sync.findMap(ids.syncService, `ParkedInteractions_${person(username).workerSid}`);
      const item = map?.items.get(conversationSid);
      if (!item) return undefined;
      // The machine's clock may tick between the two times.
      const ttlSeconds =
        item.expiresAtMs === null ? undefined : Math.round((item.expiresAtMs - item.updatedAtMs) / 1000);
      return { data: item.data as Record<string, unknown>, ttlSeconds };
    },
    pendingReservations: (username) => pending(username).length,
  };
}

function fail(message: string): never {
  throw new Error(message);
}
