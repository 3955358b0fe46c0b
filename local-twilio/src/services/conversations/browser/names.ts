import { namedSid } from '../../../kernel/sids';
import type { SyncKind } from '../../../kernel/browser/sync/objects';

/** Names of the Sync objects through which the Conversations SDK sees the account. */
export const channelName = (conversationSid: string): string => `${conversationSid}.channel`;
export const messagesName = (conversationSid: string): string => `${conversationSid}.messages`;
export const rosterName = (conversationSid: string): string => `${conversationSid}.roster`;
export const myConversationsName = (userSid: string): string => `${userSid}.my_channels`;
export const userName = (identity: string): string => `user.${identity}`;

/** Pages keep these SIDs while the server restarts, so they depend on the name only. */
export function projectedSid(kind: SyncKind, uniqueName: string): string {
  const name = `conversations:${uniqueName}`;
  switch (kind) {
    case 'map':
      return namedSid('MP', name);
    case 'list':
      return namedSid('ES', name);
    case 'document':
      return namedSid('ET', name);
  }
}
