/**
 * What Twilio's documentation leaves open. The product must be right whichever way they are set.
 *
 * - `closingClosedParticipant`: answer to closing an interaction participant that is closed already.
 * - `closedParticipants`: whether closed interaction participants stay in the channel's list.
 * - `replayAfterOnCreate`: whether a scoped webhook created with ReplayAfter gets the later messages that exist.
 * - `webhookRetry`: whether a scoped webhook that failed (no answer, or 5xx) is sent once more.
 * - `syncRemovedEventOnExpiry`: whether an item that expires tells subscribers.
 * - `syncExpiry`: whether what has expired goes at once, or minutes late as Twilio reserves the right to.
 * - `scopedWebhookMethodCase`: whether the upper-case method `POST` is accepted for scoped webhooks.
 * - `queueInvite`: whether an invite that names a queue, beside the workflow, goes straight there.
 * - `directInviteCapacity`: whether an invite that names a worker reaches them when they are at capacity.
 * - `wrapUpInConversation`: whether an agent whose participant is in wrap-up stays in the Conversation until it is closed.
 * - `inviteTask`: whether the task of an invite can be read and updated over REST at once, or 0.3 to 4 s later. Twilio says
 *   of interactions that they are made asynchronously ("a 200 response only indicates that the server has accepted the
 *   request": twilio.com/docs/flex/developer/conversations/interactions-api/interactions), and nothing of invites.
 * - `routing`: whether a task is offered at once, before the request that made it or freed a worker is answered, or half a
 *   second later. TaskRouter evaluates tasks on its own time: twilio.com/docs/taskrouter/how-taskrouter-works.
 * - `acceptedInvites`: whether an invite stays in the channel's list once it was accepted.
 * - `syncMapCreator`: whether the identity that made a Sync map in the browser gets all permissions for it.
 *
 * Two are not about Twilio, and are for demos and debuggers: `limits` off (see limits.ts), and `unsupported`: whether a
 * parameter that nothing here reads is refused with 501 or ignored (see rest/reads.ts).
 */
export interface Switches {
  readonly closingClosedParticipant: 'not-found' | 'ok';
  readonly closedParticipants: 'listed' | 'vanish';
  readonly replayAfterOnCreate: 'replays' | 'ignored';
  readonly webhookRetry: 'none' | 'once';
  readonly syncRemovedEventOnExpiry: 'sent' | 'silent';
  readonly syncExpiry: 'on-time' | 'late';
  readonly scopedWebhookMethodCase: 'lower-only' | 'any';
  readonly queueInvite: 'queue' | 'workflow';
  readonly directInviteCapacity: 'ignored' | 'respected';
  readonly wrapUpInConversation: 'stays' | 'leaves';
  readonly inviteTask: 'at-once' | 'later';
  readonly routing: 'at-once' | 'later';
  readonly acceptedInvites: 'listed' | 'vanish';
  readonly syncMapCreator: 'owns' | 'nothing';
  readonly limits: 'on' | 'off';
  readonly unsupported: 'refuse' | 'ignore';
}

export const defaultSwitches: Switches = {
  closingClosedParticipant: 'not-found',
  closedParticipants: 'vanish',
  replayAfterOnCreate: 'ignored',
  webhookRetry: 'none',
  syncRemovedEventOnExpiry: 'sent',
  syncExpiry: 'on-time',
  scopedWebhookMethodCase: 'any',
  queueInvite: 'queue',
  directInviteCapacity: 'ignored',
  wrapUpInConversation: 'stays',
  inviteTask: 'at-once',
  routing: 'at-once',
  acceptedInvites: 'listed',
  syncMapCreator: 'owns',
  limits: 'on',
  unsupported: 'refuse',
};

/** The position that is not the default, of every switch about Twilio. */
export const otherSwitches = {
  closingClosedParticipant: 'ok',
  closedParticipants: 'listed',
  replayAfterOnCreate: 'replays',
  webhookRetry: 'once',
  syncRemovedEventOnExpiry: 'silent',
  syncExpiry: 'late',
  scopedWebhookMethodCase: 'lower-only',
  queueInvite: 'workflow',
  directInviteCapacity: 'respected',
  wrapUpInConversation: 'leaves',
  inviteTask: 'later',
  routing: 'later',
  acceptedInvites: 'vanish',
  syncMapCreator: 'nothing',
} as const satisfies Omit<Switches, 'limits' | 'unsupported'>;

/** All switches, the given ones turned. `asked` is told each name when a rule's answer depends on it. */
export function switchesOf(given: Partial<Switches> = {}, asked?: (name: string) => void): Switches {
  const switches = { ...defaultSwitches, ...given };
  if (!asked) return switches;
  return new Proxy(switches, {
    get(target, name, receiver) {
      if (typeof name === 'string') asked(name);
      return Reflect.get(target, name, receiver);
    },
  });
}
