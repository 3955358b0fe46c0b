import { createHmac } from 'node:crypto';

import { backAfterItsEvent } from '../invariants/event';
import { count } from './observed';
import { WAKE_LINK_SECRET, type Stage } from './stage';
import { object, viewOf } from './view';

const NOTE = 'refund approved';
/** How often a back office sends again what was not taken, and how long it waits. */
const SENDS_AT_MOST = 4;
const AGAIN_AFTER_MS = 5_000;

/** A back office has the link of what is parked now, and sends until it is told something final. */
export async function eventComes(stage: Stage, sent = 1): Promise<void> {
  const { clock, conversation, host, observed, trace, world } = stage;
  const { record } = viewOf(world, conversation);
  const parkId = object(record?.park)?.parkId;
  if (typeof parkId !== 'string') return;
  const signed = `wake-link:${conversation.sid}:${parkId}`;
  const token = createHmac('sha256', WAKE_LINK_SECRET).update(signed).digest('base64url');
  trace.add('back office', 'sends an event');
  observed.eventsSent.add(parkId);
  const outcome = await host.invoke({
    path: '/webhooks/wake-by-event',
    kind: 'event',
    event: { conversationSid: conversation.sid, parkId, token, note: NOTE },
  });
  const status = outcome.kind === 'answered' ? outcome.answer.status : 0;
  if (outcome.kind === 'answered') {
    const said = object(outcome.answer.body);
    count(observed, `event ${String(said?.status ?? said?.code)}`);
    if (status === 200) backAfterItsEvent(stage, parkId);
  }
  const isFinal = status === 200 || status === 410;
  if (isFinal || sent >= SENDS_AT_MOST) return;
  const done = stage.activity.begin();
  clock.schedule(AGAIN_AFTER_MS, () => void eventComes(stage, sent + 1).finally(done));
}
