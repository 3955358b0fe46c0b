import { TwilioError } from '../../../kernel/errors';
import type { Context } from '../events';
import type { Conversations, NewMedia } from '../commands';
import type { StoredMedia } from '../entities';
import type { ConversationStore } from '../store';
import { MediaContent } from './media-content';

export function createMedia(
  { clock, sids }: Context,
  store: ConversationStore,
): Pick<Conversations, 'addMedia' | 'findMedia' | 'mediaToSend'> {
  return {
    addMedia({ author, bytes, contentType, filename, category }: NewMedia): StoredMedia {
      const sid = sids.next('ME');
      const item = { sid, contentType, filename, sizeBytes: bytes.length, category };
      const media = { item, author, createdAtMs: clock.nowMs(), content: new MediaContent(bytes) };
      store.media.set(sid, media);
      return media;
    },
    findMedia: (sid) => store.media.get(sid),
    // The codes are those of https://www.twilio.com/docs/api/errors/50507 and 50508, which do not tell the status.
    mediaToSend(sid) {
      const media = store.media.get(sid);
      if (!media) throw new TwilioError(404, 50507, `Media ${sid} not found`);
      const messages = [...store.conversations.values()].flatMap((conversation) => conversation.messages);
      if (messages.some((message) => message.media.some((item) => item.sid === sid)))
        throw new TwilioError(400, 50508, `Media ${sid} is already sent with another message`);
      return media.item;
    },
  };
}
