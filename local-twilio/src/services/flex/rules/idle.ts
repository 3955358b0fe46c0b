import type { Context } from '../events';
import { deadlines } from '../../../kernel/deadlines';
import type { InteractionChannel } from '../entities';
import type { FlexState } from '../state';

/** Counts again how long a channel is idle. */
export type Touch = (channel: InteractionChannel) => void;

/**
 * An idle channel is deleted after 180 days. Updates of the channel (also an invite, or its acceptance) start the count
 * again; messages and participants that leave do not.
 * https://www.twilio.com/docs/flex/developer/conversations/park-an-interaction
 */
export function createIdle({ clock, limits }: Context, store: FlexState): { readonly touch: Touch } {
  const due = deadlines<InteractionChannel>(clock, ({ idleSinceMs }) => idleSinceMs + limits.interactionChannelIdleMs);
  const watch = (channel: InteractionChannel) => due.watch(channel, () => store.channels.delete(channel.sid));
  for (const channel of store.channels.values()) watch(channel);
  return {
    touch(channel) {
      const now = clock.nowMs();
      channel.updatedAtMs = now;
      channel.idleSinceMs = now;
      watch(channel);
    },
  };
}
