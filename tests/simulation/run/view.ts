import { FUNCTIONS_DOMAIN, parkingSyncService } from '../../../scripts/local-parking';
import { ids } from '../../../local-twilio/src/account/seed/contact-centre';
import type { Conversation } from '../../../local-twilio/src/services/conversations/entities';
import type { Task } from '../../../local-twilio/src/services/taskrouter/entities';
import type { World } from '../../../local-twilio/src/account/world';

export const WAKE_PATH = '/webhooks/unpark-interaction';
/** Where replies go with `queue`: not the queue that they came from. */
export const REPLY_QUEUE = ids.queues.sales;

export type Json = Readonly<Record<string, unknown>>;

/** What is true at Twilio about one conversation, as the invariants need it. */
export interface View {
  readonly conversation: Conversation;
  /** Chat identities of agents who serve; who only wraps up has left, whether or not they are still listed. */
  readonly agents: readonly string[];
  /** Pending, reserved or assigned. */
  readonly openTasks: readonly Task[];
  /** Data of the parking record; undefined when there is none or it was ended. */
  readonly record: Json | undefined;
  readonly wakeWebhooks: readonly { readonly sid: string; readonly parkId: string }[];
  readonly otherWebhookUrls: readonly string[];
  /** Webhooks that hand the conversation to a Studio flow. */
  readonly flowWebhooks: number;
  /** Park ids under which this conversation is counted among what somebody has parked. */
  readonly slots: readonly string[];
  /** Its due times, as in the index of all. */
  readonly dueTimes: readonly string[];
  /** Rows of the list whose key is the conversation. */
  readonly rows: readonly Json[];
  readonly attributes: Json;
}

const OPEN = new Set(['pending', 'reserved', 'assigned']);

export function viewOf(world: World, conversation: Conversation): View {
  const { sid } = conversation;
  const webhooks = [...conversation.webhooks.values()];
  const wake = webhooks.flatMap((webhook) => {
    const parkId = parkIdOf(webhook.url);
    return parkId === undefined ? [] : [{ sid: webhook.sid, parkId }];
  });
  return {
    conversation,
    agents: agentsIn(world, conversation),
    openTasks: openTasksOf(world, sid),
    record: recordOf(world, sid),
    wakeWebhooks: wake,
    flowWebhooks: webhooks.filter(({ target }) => target === 'studio').length,
    slots: keysOf(world, sid, (name) => name.startsWith('ParkedBy_')),
    dueTimes: keysOf(world, sid, (name) => name === 'ParkedUntil'),
    otherWebhookUrls: webhooks.flatMap(({ url }) => (url !== null && parkIdOf(url) === undefined ? [url] : [])),
    rows: rowsOf(world, sid),
    attributes: object(JSON.parse(conversation.attributes)) ?? {},
  };
}

export function agentsIn(world: World, conversation: Conversation): readonly string[] {
  const tasks = tasksOf(world, conversation.sid);
  const serving = identitiesOf(world, tasks, 'assigned');
  const away = identitiesOf(world, tasks, 'wrapping').filter((identity) => !serving.includes(identity));
  return [...conversation.participants.values()].flatMap(({ identity }) =>
    identity !== null && world.iam.findUser(identity) && !away.includes(identity) ? [identity] : [],
  );
}

/** Chat identities of those who have a task in that state. */
export function identitiesOf(world: World, tasks: readonly Task[], status: 'assigned' | 'wrapping'): string[] {
  return tasks
    .filter(({ assignmentStatus }) => assignmentStatus === status)
    .flatMap((task) => world.iam.findUser(workerOf(world, task) ?? '')?.identity ?? []);
}

/** Who has accepted it. */
export function workerOf({ taskRouter }: World, { sid }: Task): string | undefined {
  return taskRouter.reservationsOfTask(sid).find(({ status }) => status === 'accepted' || status === 'wrapping')
    ?.workerSid;
}

export function tasksOf(world: World, conversationSid: string): readonly Task[] {
  return world.taskRouter.tasks().filter((task) => conversationSidOf(task) === conversationSid);
}

export function openTasksOf(world: World, conversationSid: string): readonly Task[] {
  return tasksOf(world, conversationSid).filter(({ assignmentStatus }) => OPEN.has(assignmentStatus));
}

export function wrappingTasksOf(world: World, conversationSid: string): readonly Task[] {
  return tasksOf(world, conversationSid).filter(({ assignmentStatus }) => assignmentStatus === 'wrapping');
}

/** Asked of every task whenever anything changes, so what was read is kept until the attributes are others. */
const conversationSids = new WeakMap<Task, { readonly attributes: string; readonly conversationSid: unknown }>();

export function conversationSidOf(task: Task): unknown {
  const known = conversationSids.get(task);
  if (known?.attributes === task.attributes) return known.conversationSid;
  const { conversationSid } = attributesOf(task);
  conversationSids.set(task, { attributes: task.attributes, conversationSid });
  return conversationSid;
}

export function attributesOf(task: Pick<Task, 'attributes'>): Json {
  return object(JSON.parse(task.attributes)) ?? {};
}

export function recordOf(world: World, conversationSid: string): Json | undefined {
  const document = world.sync.findDocument(parkingSyncService, `ParkedInteraction_${conversationSid}`);
  const data = object(document?.data);
  return data && 'state' in data ? data : undefined;
}

export function parkOf(record: Json | undefined): Json {
  return object(record?.park) ?? {};
}

/** Keys of the rows in that agent's list. */
export function rowsOfWorker(world: World, workerSid: string): readonly string[] {
  return [...(world.sync.findMap(ids.syncService, `ParkedInteractions_${workerSid}`)?.items.keys() ?? [])];
}

function rowsOf(world: World, conversationSid: string): readonly Json[] {
  return [...world.sync.service(ids.syncService).maps.values()].flatMap((map) => {
    const data = object(map.items.get(conversationSid)?.data);
    return data ? [data] : [];
  });
}

/** Items about a conversation in the maps of the records' service. */
function keysOf(world: World, conversationSid: string, isMap: (uniqueName: string) => boolean): readonly string[] {
  const maps = [...world.sync.service(parkingSyncService).maps.values()];
  return maps
    .filter(({ uniqueName }) => isMap(uniqueName ?? ''))
    .flatMap(({ items }) =>
      [...items.values()].flatMap(({ key, data }) => (object(data)?.conversationSid === conversationSid ? [key] : [])),
    );
}

function parkIdOf(url: string | null): string | undefined {
  if (!url?.startsWith(`https://${FUNCTIONS_DOMAIN}${WAKE_PATH}`)) return undefined;
  return new URL(url).searchParams.get('parkId') ?? undefined;
}

export function object(value: unknown): Json | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;
}
