import { z } from 'zod';

import type { Site } from '../site';
import { described, isOk, must, post, saw, type Reply, type Steps } from '../steps';
import { conversationUrl } from '../urls';
import type { Group } from './group';
import { createConversation } from './rooms';

/** Nothing is ever sent to it: what is done over REST fires no webhook unless it is asked to. */
const NOBODYS_URL = 'https://example.com/calibration';

const messageList = z.object({ messages: z.array(z.object({ index: z.number() })) });

const webhookWith = (url: string, changes: Readonly<Record<string, string>>): Steps<Reply> =>
  post(`${url}/Webhooks`, {
    Target: 'webhook',
    'Configuration.Url': NOBODYS_URL,
    'Configuration.Method': 'post',
    'Configuration.Filters': 'onMessageRemoved',
    ...changes,
  });

function* askOfMethods(url: string): Steps {
  const reply = yield* webhookWith(url, { 'Configuration.Method': 'POST' });
  if (isOk(reply)) return yield* saw({ question: 'scopedWebhookMethodCase', position: 'any' });
  if (reply.status === 400) return yield* saw({ question: 'scopedWebhookMethodCase', position: 'lower-only' });
  yield* saw({ question: 'scopedWebhookMethodCase', odd: `was answered ${described(reply)}` });
}

function* askOfFilters(url: string): Steps {
  const reply = yield* webhookWith(url, { 'Configuration.Filters': 'onUserAdded' });
  const position = isOk(reply) ? 'are taken' : `are refused: ${described(reply)}`;
  yield* saw({ question: 'userFilters', position });
}

/** twilio.com/docs/conversations/conversations-limits: 4 KiB of attributes */
const TOO_LONG = JSON.stringify({ text: 'x'.repeat(5 * 1024) });

function* askOfAttributes(url: string): Steps {
  const messageWith = (attributes: string) =>
    post(`${url}/Messages`, { Author: 'system', Body: 'calibration', Attributes: attributes });
  const noJson = yield* messageWith('no JSON');
  const tooLong = yield* messageWith(TOO_LONG);
  const position = `no JSON: ${described(noJson)}; too long: ${described(tooLong)}`;
  yield* saw({ question: 'attributeCodes', position });
}

function* askOfPages(url: string): Steps {
  for (const body of ['first', 'second']) {
    const form = { Author: 'system', Body: `calibration: ${body}` };
    yield* must({ method: 'POST', url: `${url}/Messages`, form }, z.unknown());
  }
  const of = (page: number): Steps<z.infer<typeof messageList>> =>
    must({ method: 'GET', url: `${url}/Messages?PageSize=1&Page=${page}` }, messageList);
  const [first] = (yield* of(0)).messages;
  const [second] = (yield* of(1)).messages;
  const position = first && second && second.index > first.index ? 'is answered' : 'is not answered';
  yield* saw({ question: 'pageByNumber', position });
}

/** Of one conversation in which nobody is. */
export const conversations: Group = {
  title: 'Conversations',
  questions: ['scopedWebhookMethodCase', 'userFilters', 'attributeCodes', 'pageByNumber'],
  makes: 'a conversation in which nobody is',
  seconds: 5,
  repeats: true,
  *ask(site: Site, round) {
    const url = conversationUrl(yield* createConversation(site, 'texts', round));
    yield* askOfMethods(url);
    yield* askOfFilters(url);
    yield* askOfAttributes(url);
    yield* askOfPages(url);
  },
};
