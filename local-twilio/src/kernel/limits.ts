import type { Switches } from './switches';

/** Twilio's documented limits. Each carries the page that states it. */
const documented = {
  /** https://www.twilio.com/docs/api/errors/50361 */
  scopedWebhooksPerConversation: 5,
  /** https://www.twilio.com/docs/api/errors/50362 */
  webhookTriggers: 5,
  /** https://www.twilio.com/docs/api/errors/50366 */
  webhookTriggerCharacters: 248,
  /** https://www.twilio.com/docs/api/errors/50372 */
  webhookUrlCharacters: 512,
  /** https://www.twilio.com/docs/conversations/conversations-limits */
  conversationAttributesBytes: 16 * 1024,
  messageAttributesBytes: 4 * 1024,
  participantAttributesBytes: 4 * 1024,
  friendlyNameCharacters: 256,
  /** https://www.twilio.com/docs/conversations/api/role-resource */
  roleNameCharacters: 64,
  /** https://www.twilio.com/docs/api/errors/50417 */
  participantsPerConversation: 1000,
  /** https://www.twilio.com/docs/conversations/api/conversation-with-participants-resource */
  participantsPerRequest: 10,
  /** https://www.twilio.com/docs/api/errors/50422 */
  messagingParticipantsPerConversation: 50,
  /** https://www.twilio.com/docs/api/errors/50504 */
  messageBodyBytes: 32 * 1024,
  /** https://www.twilio.com/en-us/changelog/increasing-actions-per-second-for-conversations- */
  conversationActionsPerSecond: 30,
  conversationsCreatedPerSecond: 30,
  /** https://www.twilio.com/docs/conversations/api/configuration-resource */
  inactiveTimerSecondsMin: 60,
  closedTimerSecondsMin: 600,
  /** https://www.twilio.com/docs/conversations/conversations-webhooks */
  conversationsWebhookTimeoutMs: 5_000,
  /** https://www.twilio.com/docs/taskrouter/api/event/reference */
  taskRouterCallbackTimeoutMs: 15_000,
  /** https://www.twilio.com/docs/taskrouter/limits */
  taskAttributesCharacters: 4096,
  workerAttributesCharacters: 4096,
  taskTimeoutSecondsMax: 1_209_600,
  taskTimeoutSecondsDefault: 86_400,
  assignedTaskSecondsMax: 86_400,
  reservationTimeoutSecondsMax: 86_400,
  /** "It can be up to 64 characters long": https://www.twilio.com/docs/taskrouter/api/activity */
  taskRouterNameCharacters: 64,
  /** https://www.twilio.com/docs/taskrouter/api/task-queue */
  reservedWorkersMax: 50,
  /** https://www.twilio.com/docs/taskrouter/api/task */
  taskPriorityMax: 2_147_483_647,
  /** Finished tasks can be fetched for about five minutes: https://www.twilio.com/docs/taskrouter/api/task */
  finishedTaskKeptMs: 5 * 60_000,
  /** https://www.twilio.com/docs/api/errors/54006 */
  syncDataBytes: 16 * 1024,
  /** https://www.twilio.com/docs/sync/api/stream-message-resource */
  syncStreamMessageBytes: 4 * 1024,
  syncStreamMessagesPerSecond: 30,
  /** The resource says 320, the older page of error 54209 says 256: https://www.twilio.com/docs/sync/api/map-item-resource */
  syncKeyCharacters: 320,
  /** The resource says 320, the older page of error 54302 says 256: https://www.twilio.com/docs/sync/api/document-resource */
  syncUniqueNameCharacters: 320,
  /** https://www.twilio.com/docs/api/errors/54011 */
  syncTtlSecondsMax: 31_536_000,
  /** Per object, its items included: https://www.twilio.com/docs/sync/limits */
  syncCallsPerSecond: 20,
  syncBurstWindowMs: 10_000,
  /** "Up to minutes away from the moment of expiry": https://www.twilio.com/docs/sync/objects-ttl; how many is our guess. */
  syncExpiryLateMs: 3 * 60_000,
  /** https://www.twilio.com/docs/flex/developer/conversations/park-an-interaction */
  interactionChannelIdleMs: 180 * 24 * 60 * 60_000,
  /** 14 days: https://www.twilio.com/docs/flex/admin-guide/setup/conversations/leave-and-pause-for-conversations */
  pauseMs: 14 * 24 * 60 * 60_000,
  /** Since the customer's last message: https://www.twilio.com/docs/api/errors/63016 */
  whatsappWindowMs: 24 * 60 * 60_000,
  /** https://www.twilio.com/docs/serverless/functions-assets/faq */
  functionTimeoutMs: 10_000,
} as const;

export type Limits = Readonly<Record<keyof typeof documented, number>>;

/** Long enough for a person with a debugger. */
const PATIENT_MS = 60 * 60_000;

/** For demos: nothing is too big, too many, too fast or too slow. Life times (TTL, tasks, channels) stay. */
const none: Limits = {
  ...documented,
  scopedWebhooksPerConversation: Infinity,
  webhookTriggers: Infinity,
  webhookTriggerCharacters: Infinity,
  webhookUrlCharacters: Infinity,
  conversationAttributesBytes: Infinity,
  messageAttributesBytes: Infinity,
  participantAttributesBytes: Infinity,
  friendlyNameCharacters: Infinity,
  roleNameCharacters: Infinity,
  participantsPerConversation: Infinity,
  participantsPerRequest: Infinity,
  messagingParticipantsPerConversation: Infinity,
  messageBodyBytes: Infinity,
  conversationActionsPerSecond: Infinity,
  conversationsCreatedPerSecond: Infinity,
  inactiveTimerSecondsMin: 0,
  closedTimerSecondsMin: 0,
  conversationsWebhookTimeoutMs: PATIENT_MS,
  taskRouterCallbackTimeoutMs: PATIENT_MS,
  taskAttributesCharacters: Infinity,
  workerAttributesCharacters: Infinity,
  taskRouterNameCharacters: Infinity,
  reservedWorkersMax: Infinity,
  taskTimeoutSecondsMax: Infinity,
  syncDataBytes: Infinity,
  syncStreamMessageBytes: Infinity,
  syncStreamMessagesPerSecond: Infinity,
  whatsappWindowMs: Infinity,
  syncKeyCharacters: Infinity,
  syncUniqueNameCharacters: Infinity,
  syncCallsPerSecond: Infinity,
  functionTimeoutMs: PATIENT_MS,
};

export function limitsOf({ limits }: Pick<Switches, 'limits'>): Limits {
  return limits === 'off' ? none : documented;
}
