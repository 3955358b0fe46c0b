/** Twilio's documented limits. Each carries the page that states it. */
export const limits = {
  /** https://www.twilio.com/docs/api/errors/50361 */
  scopedWebhooksPerConversation: 5,
  /** https://www.twilio.com/docs/api/errors/50372 */
  webhookUrlCharacters: 512,
  /** https://www.twilio.com/docs/conversations/conversations-limits */
  conversationAttributesBytes: 16 * 1024,
  messageAttributesBytes: 4 * 1024,
  participantAttributesBytes: 4 * 1024,
  friendlyNameCharacters: 256,
  participantsPerConversation: 1000,
  messagingParticipantsPerConversation: 50,
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
  /** Finished tasks can be fetched for about five minutes: https://www.twilio.com/docs/taskrouter/api/task */
  finishedTaskKeptMs: 5 * 60_000,
  /** https://www.twilio.com/docs/api/errors/54006 */
  syncDataBytes: 16 * 1024,
  /** https://www.twilio.com/docs/sync/api/map-item-resource */
  syncKeyCharacters: 320,
  syncUniqueNameCharacters: 320,
  /** https://www.twilio.com/docs/flex/developer/conversations/park-an-interaction */
  interactionChannelIdleMs: 180 * 24 * 60 * 60_000,
  /** https://www.twilio.com/docs/serverless/functions-assets/faq */
  functionTimeoutMs: 10_000,
} as const;

export type Limits = typeof limits;
