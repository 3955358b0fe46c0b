import { z } from 'zod';

/**
 * Twilio string identifiers as template-literal types: two letters that name the resource, then 32 hex digits.
 * Source: twilio.com/docs/glossary/what-is-a-sid
 */
export type Sid<Prefix extends string> = `${Prefix}${string}`;

export type ConversationSid = Sid<'CH'>;
export type ConversationParticipantSid = Sid<'MB'>;
export type InteractionSid = Sid<'KD'>;
export type InteractionChannelSid = Sid<'UO'>;
export type InteractionParticipantSid = Sid<'UT'>;
export type InviteSid = Sid<'KG'>;
export type TaskSid = Sid<'WT'>;
export type WorkerSid = Sid<'WK'>;
export type WorkflowSid = Sid<'WW'>;
export type TaskQueueSid = Sid<'WQ'>;
export type WebhookSid = Sid<'WH'>;
export type SyncMapSid = Sid<'MP'>;
export type FlowSid = Sid<'FW'>;

function sid<Prefix extends string>(prefix: Prefix) {
  const pattern = new RegExp(`^${prefix}[0-9a-f]{32}$`);
  return z.custom<Sid<Prefix>>(
    (value) => typeof value === 'string' && pattern.test(value),
    `must be a SID: ${prefix} and 32 hex digits`,
  );
}

export const conversationSid = sid('CH');
export const conversationParticipantSid = sid('MB');
export const interactionSid = sid('KD');
export const interactionChannelSid = sid('UO');
export const interactionParticipantSid = sid('UT');
export const inviteSid = sid('KG');
export const taskSid = sid('WT');
export const workerSid = sid('WK');
export const workflowSid = sid('WW');
export const taskQueueSid = sid('WQ');
export const webhookSid = sid('WH');
export const syncMapSid = sid('MP');
export const flowSid = sid('FW');
