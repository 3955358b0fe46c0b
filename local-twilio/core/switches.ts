/**
 * What Twilio's documentation leaves open. The product must be right whichever way they are set.
 *
 * - `closingClosedParticipant`: answer to closing an interaction participant that is closed already.
 * - `closedParticipants`: whether closed interaction participants stay in the channel's list.
 * - `replayAfterOnCreate`: whether a scoped webhook created with ReplayAfter gets the later messages that exist.
 * - `webhookRetry`: whether a scoped webhook that failed (no answer, or 5xx) is sent once more.
 * - `syncRemovedEventOnExpiry`: whether an item that expires tells subscribers.
 * - `scopedWebhookMethodCase`: whether the upper-case method `POST` is accepted for scoped webhooks.
 * - `queueInvite`: whether an invite that names a queue, beside the workflow, goes straight there.
 * - `directInviteCapacity`: whether an invite that names a worker reaches him when he is at capacity.
 */
export interface Switches {
  readonly closingClosedParticipant: 'not-found' | 'ok';
  readonly closedParticipants: 'listed' | 'vanish';
  readonly replayAfterOnCreate: 'replays' | 'ignored';
  readonly webhookRetry: 'none' | 'once';
  readonly syncRemovedEventOnExpiry: 'sent' | 'silent';
  readonly scopedWebhookMethodCase: 'lower-only' | 'any';
  readonly queueInvite: 'queue' | 'workflow';
  readonly directInviteCapacity: 'ignored' | 'respected';
}

export const defaultSwitches: Switches = {
  closingClosedParticipant: 'not-found',
  closedParticipants: 'vanish',
  replayAfterOnCreate: 'ignored',
  webhookRetry: 'none',
  syncRemovedEventOnExpiry: 'sent',
  scopedWebhookMethodCase: 'any',
  queueInvite: 'queue',
  directInviteCapacity: 'ignored',
};
