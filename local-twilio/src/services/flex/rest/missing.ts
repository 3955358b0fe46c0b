import type { Missing } from '../../../kernel/rest/coverage';

/** What is missing beside parameters, and cannot be told from them. */
export const flexMissing: Missing = {
  CreateInteraction: 'voice and email channels',
  UpdateInteractionChannel: 'no closing of a single media channel',
  CreateInteractionTransfer: 'cold only; the body is not described, it is read as the Flex UI writes it',
  CreateInteractionChannelInvite: 'the task is there at once; Twilio makes it a moment later',
};
