import type { Notices } from '../../../kernel/browser/notice';
import type { ConversationsEvent } from '../events';
import { participantOf } from './projection';

/** Typing, told to the others on the conversation. */
export const conversationNotices: Notices<ConversationsEvent> = {
  noticeOf(event) {
    if (event.type !== 'conversation.typing') return undefined;
    const { conversation, author } = event;
    return {
      product: 'ip_messaging',
      isFor: (identity) => identity !== author && participantOf(conversation, identity) !== undefined,
      messageType: 'twilio.ipmsg.typing_indicator',
      payload: { channel_sid: conversation.sid, identity: author, typing_timeout: 5 },
    };
  },
};
