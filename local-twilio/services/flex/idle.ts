import type { Context } from '../../core/context';
import type { InteractionChannel } from './entities';
import type { FlexStore } from './store';

/**
 * An idle channel is deleted after 180 days. Updates of the channel (also an invite, or its acceptance) start the count
 * again; messages and participants that leave do not.
 * https://www.twilio.com/docs/flex/developer/conversations/park-an-interaction
 */
export function touch({ clock, limits }: Context, store: FlexStore, channel: InteractionChannel): void {
  const now = clock.nowMs();
  channel.updatedAtMs = now;
  channel.idleSinceMs = now;
  clock.schedule(limits.interactionChannelIdleMs, () => {
    if (channel.idleSinceMs === now) store.channels.delete(channel.sid);
  });
}
