import { notFound } from '../../kernel/errors';
import type { FlexConfiguration, Interaction, InteractionChannel, Invite } from './entities';

export interface FlexStore {
  readonly interactions: Map<string, Interaction>;
  readonly channels: Map<string, InteractionChannel>;
  configuration: FlexConfiguration;
}

export function getInteraction(store: FlexStore, sid: string): Interaction {
  const found = store.interactions.get(sid);
  if (!found) throw notFound(`/Interactions/${sid}`);
  return found;
}

export function getChannel(store: FlexStore, interactionSid: string, channelSid: string): InteractionChannel {
  const interaction = getInteraction(store, interactionSid);
  const found = store.channels.get(channelSid);
  if (!found || found.interactionSid !== interaction.sid)
    throw notFound(`/Interactions/${interactionSid}/Channels/${channelSid}`);
  return found;
}

export function findInvite(
  store: FlexStore,
  fits: (invite: Invite) => boolean,
): { readonly channel: InteractionChannel; readonly invite: Invite } | undefined {
  for (const channel of store.channels.values())
    for (const invite of channel.invites.values()) if (fits(invite)) return { channel, invite };
  return undefined;
}
