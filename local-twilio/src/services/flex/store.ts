import { notFound, TwilioError } from '../../kernel/errors';
import type { Interaction, InteractionChannel, Invite } from './entities';
import type { FlexState } from './state';

export function getInteraction(store: FlexState, sid: string): Interaction {
  const found = store.interactions.get(sid);
  if (!found) throw notFound(`/Interactions/${sid}`);
  return found;
}

export function getChannel(store: FlexState, interactionSid: string, channelSid: string): InteractionChannel {
  const interaction = getInteraction(store, interactionSid);
  const found = store.channels.get(channelSid);
  if (!found || found.interactionSid !== interaction.sid)
    throw notFound(`/Interactions/${interactionSid}/Channels/${channelSid}`);
  return found;
}

/** The code is from memory: no page of Twilio's says which one an invite to a closed channel gets. */
export function getOpenChannel(store: FlexState, interactionSid: string, channelSid: string): InteractionChannel {
  const channel = getChannel(store, interactionSid, channelSid);
  if (channel.status === 'closed' || channel.status === 'failed')
    throw new TwilioError(400, 45008, `Channel ${channel.sid} is ${channel.status}`);
  return channel;
}

export function findInvite(
  store: FlexState,
  fits: (invite: Invite) => boolean,
): { readonly channel: InteractionChannel; readonly invite: Invite } | undefined {
  for (const channel of store.channels.values())
    for (const invite of channel.invites.values()) if (fits(invite)) return { channel, invite };
  return undefined;
}
