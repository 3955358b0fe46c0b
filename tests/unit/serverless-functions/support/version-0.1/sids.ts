/** As version 0.1 (23f28b8) read SIDs. */
import { z } from 'zod';

const sid = (prefix: string) => z.string().regex(new RegExp(`^${prefix}[0-9a-f]{32}$`));

export const conversationParticipantSid = sid('MB');
export const conversationSid = sid('CH');
export const flowSid = sid('FW');
export const interactionChannelSid = sid('UO');
export const interactionParticipantSid = sid('UT');
export const interactionSid = sid('KD');
export const syncMapSid = sid('MP');
export const taskQueueSid = sid('WQ');
export const taskSid = sid('WT');
export const webhookSid = sid('WH');
export const workerSid = sid('WK');
export const workflowSid = sid('WW');
