import type { World } from './world';

export interface CountedCall {
  readonly world: World;
  readonly host: string;
  readonly operationId: string;
  readonly params: Readonly<Record<string, string>>;
}

/**
 * Counts a REST call against the documented rates, and throws 429 when it is one too many.
 * https://www.twilio.com/en-us/changelog/increasing-actions-per-second-for-conversations-
 * https://www.twilio.com/docs/sync/limits
 */
export function chargeRates(call: CountedCall): void {
  if (call.host === 'conversations.twilio.com') chargeConversations(call);
  if (call.host === 'sync.twilio.com') chargeSync(call);
}

const CONVERSATION_ACTION =
  /^(?:(?:Create|Update|Delete)(?:Service)?Conversation(?:Message|Participant)|Update(?:Service)?Conversation)$/;
const SERVICE_ACTION =
  /^(?:(?:Create|Delete)(?:Service)?Conversation|(?:Create|Update|Delete)(?:Service)?(?:User|Role))$/;

function chargeConversations({ world, operationId, params }: CountedCall): void {
  const { conversations, rates } = world;
  if (SERVICE_ACTION.test(operationId)) rates.serviceAction(conversations.service.sid);
  if (!CONVERSATION_ACTION.test(operationId)) return;
  const conversation = conversations.find(params['ConversationSid'] ?? params['Sid'] ?? '');
  if (conversation) rates.conversationAction(conversation.sid);
}

/** What an agent's browser writes to a Conversation. */
export type ClientWrite = 'conversation' | 'message' | 'participant' | 'read-mark' | 'typing';

const isAction = {
  conversation: true,
  message: true,
  participant: true,
  'read-mark': false,
  typing: false,
} as const satisfies Record<ClientWrite, boolean>;

/** Counts a write of the Conversations SDK: to the same thirty a second as those over REST. */
export function chargeClientWrite({ rates }: World, conversationSid: string, write: ClientWrite): void {
  if (isAction[write]) rates.conversationAction(conversationSid);
}

function chargeSync({ world, operationId, params }: CountedCall): void {
  const service = params['ServiceSid'];
  const [, verb, kind, item] =
    /^(Create|Update|Delete|Fetch|List)(Document|SyncMap|SyncList)(Item)?$/.exec(operationId) ?? [];
  if (service === undefined || verb === undefined || kind === undefined) return;
  if (item === undefined && verb === 'Create') return world.rates.syncCreation(service);
  const sid = objectSid({ world, service, params }, kind);
  if (sid === undefined) return;
  if (verb === 'Fetch' || verb === 'List') world.rates.syncRead(sid);
  else world.rates.syncWrite(sid);
}

interface Named extends Pick<CountedCall, 'world' | 'params'> {
  readonly service: string;
}

/** The object that the path names, also for its items. Undefined if there is none: the rules refuse that better. */
function objectSid({ world: { sync }, service, params }: Named, kind: string): string | undefined {
  const own = params['Sid'] ?? '';
  if (kind === 'Document') return sync.findDocument(service, own)?.sid;
  if (kind === 'SyncMap') return sync.findMap(service, params['MapSid'] ?? own)?.sid;
  return sync.findList(service, params['ListSid'] ?? own)?.sid;
}
