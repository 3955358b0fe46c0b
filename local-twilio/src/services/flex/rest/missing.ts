import type { Missing } from '../../../kernel/rest/coverage';

/** What is missing of the operations that are served in part. */
export const flexMissing: Missing = {
  FetchConfiguration: 'UiVersion is ignored',
  CreateInteraction: 'voice and email channels, interaction context, webhooks',
  FetchInteraction: 'interaction context',
  UpdateInteractionChannel: 'no closing of a single media channel',
  CreateInteractionTransfer: 'cold only; the body is not described, it is read as the Flex UI writes it',
  CreateInteractionChannelInvite: 'the task is there at once; Twilio makes it a moment later',
};
