import type { Conversation } from '../entities';
import type { FlexToken } from '../../iam/entities';
import type { ConversationsAccount } from '../account';
import type { SyncJournal } from '../../../kernel/browser/sync/journal';
import type { SyncItemView, SyncKind, SyncObjectView, SyncSource } from '../../../kernel/browser/sync/objects';
import { channelName, messagesName, myConversationsName, projectedSid, rosterName, userName } from './names';
import { channelData, membershipData, messageData, participantOf, rosterData, userItems } from './projection';

interface Timed {
  readonly createdAtMs: number;
  readonly updatedAtMs: number;
}
type DataItem = { readonly name: string | number; readonly data: unknown };

/**
 * Conversations as Sync objects, computed from the account at each read. An agent sees the conversations they take part
 * in; supervisors and admins see all.
 */
export function conversationSyncSource(account: ConversationsAccount, journal: SyncJournal): SyncSource {
  /** Names by SID: a client asks by name first, and by SID afterwards. */
  const nameBySid = new Map<string, string>();

  const nameOf = (kind: SyncKind, name: string): string | undefined => {
    if (!/^(MP|ES|ET)[0-9a-f]{32}$/.test(name)) return name;
    if (!nameBySid.has(name))
      for (const known of allNames(account, kind)) nameBySid.set(projectedSid(kind, known), known);
    return nameBySid.get(name);
  };

  const view = (kind: SyncKind, uniqueName: string, content: Content): SyncObjectView => {
    const sid = projectedSid(kind, uniqueName);
    nameBySid.set(sid, uniqueName);
    const version = journal.version(sid);
    const { createdAtMs, updatedAtMs } = content.timed;
    const itemsOf = () =>
      content.items().map(
        (item): SyncItemView => ({
          ...item,
          revision: 0,
          lastEventId: version.lastEventId,
          createdAtMs,
          updatedAtMs,
          expiresAtMs: null,
        }),
      );
    return {
      kind,
      sid,
      uniqueName,
      serviceSid: account.conversations.service.sid,
      ...version,
      createdAtMs,
      updatedAtMs,
      expiresAtMs: null,
      createdBy: 'system',
      data: content.data,
      items: itemsOf,
    };
  };

  return {
    find(viewer, kind, name) {
      const uniqueName = nameOf(kind, name);
      const content = uniqueName === undefined ? undefined : contentOf(account, viewer, uniqueName);
      return uniqueName !== undefined && content?.kind === kind ? view(kind, uniqueName, content) : undefined;
    },
  };
}

interface Content {
  readonly kind: SyncKind;
  readonly timed: Timed;
  readonly data?: unknown;
  items(): readonly DataItem[];
}

const noItems = (): readonly DataItem[] => [];

function contentOf(account: ConversationsAccount, viewer: FlexToken, uniqueName: string): Content | undefined {
  const [, sid = '', part] = /^(CH[0-9a-f]{32})\.(channel|messages|roster)$/.exec(uniqueName) ?? [];
  if (part) {
    const conversation = account.conversations.find(sid);
    return conversation && maySee(viewer, conversation) ? conversationContent(conversation, part) : undefined;
  }
  const me = account.conversations.user(viewer.identity);
  if (uniqueName === myConversationsName(me.sid))
    return { kind: 'map', timed: me, items: () => memberships(account, viewer.identity) };
  return uniqueName.startsWith('user.') ? userContent(account, uniqueName.slice('user.'.length)) : undefined;
}

export function maySee(viewer: FlexToken, conversation: Conversation): boolean {
  return !viewer.roles.every((role) => role === 'agent') || participantOf(conversation, viewer.identity) !== undefined;
}

function conversationContent(conversation: Conversation, part: string): Content {
  switch (part) {
    case 'channel':
      return { kind: 'document', timed: conversation, data: channelData(conversation), items: noItems };
    case 'messages':
      return {
        kind: 'list',
        timed: conversation,
        items: () => conversation.messages.map((message) => ({ name: message.index, data: messageData(message) })),
      };
    default:
      return {
        kind: 'map',
        timed: conversation,
        items: () => [...conversation.participants.values()].map((one) => ({ name: one.sid, data: rosterData(one) })),
      };
  }
}

function memberships(account: ConversationsAccount, identity: string): readonly DataItem[] {
  return account.conversations.ofIdentity(identity).flatMap((conversation) => {
    const participant = participantOf(conversation, identity);
    return participant ? [{ name: conversation.sid, data: membershipData(participant) }] : [];
  });
}

/** The SDK asks for customers too, also by address; those who are no users get a map that says so. */
function userContent(account: ConversationsAccount, identity: string): Content {
  const user = account.conversations.users().find((one) => one.identity === identity);
  const now = account.clock.nowMs();
  const shown = user ?? { friendlyName: identity, attributes: '{}', online: false };
  return { kind: 'map', timed: user ?? { createdAtMs: now, updatedAtMs: now }, items: () => userItems(shown) };
}

function allNames(account: ConversationsAccount, kind: SyncKind): readonly string[] {
  const conversations = account.conversations.list();
  switch (kind) {
    case 'document':
      return conversations.map(({ sid }) => channelName(sid));
    case 'list':
      return conversations.map(({ sid }) => messagesName(sid));
    case 'map':
      return [
        ...conversations.map(({ sid }) => rosterName(sid)),
        ...account.conversations.users().flatMap(({ sid, identity }) => [myConversationsName(sid), userName(identity)]),
      ];
  }
}
