import type { Context } from '../events';
import type { InteractionChannel } from '../entities';
import type { FlexStore } from '../store';

/**
 * An idle channel is deleted after 180 days. Updates of the channel (also an invite, or its acceptance) start the count
 * again; messages and participants that leave do not.
 * https://www.twilio.com/docs/flex/developer/conversations/park-an-interaction
 */
export function touch(context: Context, store: FlexStore, channel: InteractionChannel): void {
  const now = context.clock.nowMs();
  channel.updatedAtMs = now;
  channel.idleSinceMs = now;
  armIdle(context, store, channel);
}

/** Deletes it when it has been idle for that long since it was touched last. */
export function armIdle({ clock, limits }: Context, store: FlexStore, channel: InteractionChannel): void {
  const sinceMs = channel.idleSinceMs;
  clock.schedule(sinceMs + limits.interactionChannelIdleMs - clock.nowMs(), () => {
    if (channel.idleSinceMs === sinceMs) store.channels.delete(channel.sid);
  });
}
