import type { Context } from '../events';
import type { Conversations, NewMedia } from '../commands';
import type { StoredMedia } from '../entities';
import type { ConversationStore } from '../store';
import { MediaContent } from './media-content';

export function createMedia(
  { clock, sids }: Context,
  store: ConversationStore,
): Pick<Conversations, 'addMedia' | 'findMedia'> {
  return {
    addMedia({ author, bytes, contentType, filename, category }: NewMedia): StoredMedia {
      const sid = sids.next('ME');
      const item = { sid, contentType, filename, sizeBytes: bytes.length, category };
      const media = { item, author, createdAtMs: clock.nowMs(), content: new MediaContent(bytes) };
      store.media.set(sid, media);
      return media;
    },
    findMedia: (sid) => store.media.get(sid),
  };
}
