import { z } from 'zod';

import { arrivalsOf, awaitArrivals, deployReceiver, receiverUrl } from '../receiver';
import type { Site } from '../site';
import { must, saw, wait, type Steps } from '../steps';
import { conversationUrl } from '../urls';
import type { Group } from './group';
import { closeRoom, openRoom, type Room } from './rooms';

/** Nobody says when Twilio would send it again; who waits longer is surer. */
const AGAIN_WITHIN_MS = 30_000;
const QUIET_MS = 15_000;
const MESSAGES = 3;

const NEVER_CAME = 'no webhook arrived at all';

function* addWebhook(room: Room, url: string, more: Readonly<Record<string, string>>): Steps<string> {
  const form = { Target: 'webhook', 'Configuration.Url': url, 'Configuration.Method': 'post', ...more };
  const call = { method: 'POST', url: `${conversationUrl(room.conversationSid)}/Webhooks`, form } as const;
  const { sid } = yield* must(call, z.object({ sid: z.string() }));
  return sid;
}

/** twilio.com/docs/conversations/conversations-webhooks: what is done over REST fires them only with this header. */
function* say(room: Room, webhooks: boolean): Steps {
  const url = `${conversationUrl(room.conversationSid)}/Messages`;
  const form = { Author: 'system', Body: 'calibration' };
  const headers = webhooks ? { headers: { 'X-Twilio-Webhook-Enabled': 'true' } } : {};
  yield* must({ method: 'POST', url, form, ...headers }, z.unknown());
}

const ON_MESSAGE = { 'Configuration.Filters': 'onMessageAdded' };

/** Webhooks that fail, of three messages, and how often each arrives. */
function* askOfRetries(site: Site, domain: string, room: Room): Steps {
  yield* addWebhook(room, receiverUrl(domain, 'fails', true), ON_MESSAGE);
  for (let count = 0; count < MESSAGES; count += 1) yield* say(room, true);
  yield* awaitArrivals(site, 'fails', MESSAGES);
  yield* wait(AGAIN_WITHIN_MS);
  const arrived = yield* arrivalsOf(site, 'fails');
  const tries = [...new Set(arrived.map(({ index }) => index))].map((index) =>
    arrived.filter((one) => one.index === index),
  );
  if (tries.length === 0) return yield* saw({ question: 'webhookRetry', odd: NEVER_CAME });
  for (const ofOne of tries) yield* saw({ question: 'webhookRetry', position: ofOne.length > 1 ? 'once' : 'none' });
}

/** Two messages are there before the webhook; the one after it shows that it works at all. */
function* askOfReplay(site: Site, domain: string, room: Room): Steps {
  yield* say(room, false);
  yield* addWebhook(room, receiverUrl(domain, 'replays'), { ...ON_MESSAGE, 'Configuration.ReplayAfter': '0' });
  yield* wait(QUIET_MS);
  const before = yield* arrivalsOf(site, 'replays');
  if (before.length > 0) return yield* saw({ question: 'replayAfterOnCreate', position: 'replays' });
  yield* say(room, true);
  const after = yield* awaitArrivals(site, 'replays', 1);
  if (after.length === 0) yield* saw({ question: 'replayAfterOnCreate', odd: NEVER_CAME });
  else yield* saw({ question: 'replayAfterOnCreate', position: after.length > 1 ? 'replays' : 'ignored' });
}

function* askOfClosing(site: Site, domain: string, room: Room): Steps {
  yield* addWebhook(room, receiverUrl(domain, 'closes'), { 'Configuration.Filters': 'onConversationStateUpdated' });
  yield* closeRoom(room);
  yield* wait(QUIET_MS);
  const arrived = yield* arrivalsOf(site, 'closes');
  const position = arrived.length > 0 ? 'fires onConversationStateUpdated' : 'fires no onConversationStateUpdated';
  yield* saw({ question: 'closingByFlex', position });
}

export const webhooks: Group = {
  title: 'Webhooks',
  questions: ['webhookRetry', 'replayAfterOnCreate', 'closingByFlex'],
  makes: 'a conversation with an interaction, and a Functions service that its webhooks are sent to',
  seconds: 150,
  repeats: false,
  *ask(site, round) {
    const domain = yield* deployReceiver(site);
    const room = yield* openRoom(site, { label: 'webhooks', round });
    yield* askOfRetries(site, domain, room);
    yield* askOfReplay(site, domain, room);
    yield* askOfClosing(site, domain, room);
  },
};
