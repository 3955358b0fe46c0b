import { json, Router, type Request, type RequestHandler } from 'express';
import type { WebSocket } from 'ws';
import { z } from 'zod';
import { TwilioError, errorBody } from '../../kernel/errors';
import type { WorldEvent } from '../../account/events';
import { guarded, type OnFailure } from '../../kernel/failures';
import { jsonOrUndefined } from '../../kernel/json';
import type { CustomerAddress } from '../../services/customers/commands';
import { addressOf } from '../../services/customers/rules/starting';
import type { World } from '../../account/world';
import { threadOf, type Thread } from './threads';

export const PHONES_PATH = '/_local/phones';

const customerShape = z.object({ channel: z.enum(['web', 'whatsapp', 'sms']), address: z.string().min(1).max(100) });
const reachShape = customerShape.extend({ reach: z.enum(['on', 'off', 'refuses']) });
const writeShape = customerShape.extend({ name: z.string().min(1).max(100), body: z.string().min(1).max(1600) });
const watchShape = z.object({ watch: z.array(customerShape).max(50) });

/** What the server tells a page of phones. */
export type PhoneNews =
  | { readonly type: 'thread'; readonly customer: CustomerAddress; readonly thread: Thread }
  | { readonly type: 'typing'; readonly customer: CustomerAddress; readonly agent: string };

export interface PhonesApi {
  /** POST /write {channel,address,name,body} and POST /type {channel,address}, POST /reach {channel,address,reach}. */
  readonly router: Router;
  /** A page sends `{ watch: [customer] }` and hears of them from then on. */
  connect(socket: WebSocket): void;
  close(): void;
}

/** What the customers' page talks to. */
export function phonesApi(world: World, onFailure: OnFailure): PhonesApi {
  const pages = new Map<WebSocket, readonly CustomerAddress[]>();
  const stale = new Set<WebSocket>();

  const send = (socket: WebSocket, news: PhoneNews) => {
    if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(news));
  };
  const refresh = (socket: WebSocket) => {
    for (const customer of pages.get(socket) ?? [])
      send(socket, { type: 'thread', customer, thread: threadOf(world, customer) });
  };
  const refreshSafely = (socket: WebSocket) => guarded('a page of phones', () => refresh(socket), onFailure)();
  /** Many events come at once: the page is told the outcome, once. */
  const refreshSoon = (socket: WebSocket) => {
    if (stale.has(socket)) return;
    stale.add(socket);
    setImmediate(() => {
      stale.delete(socket);
      refreshSafely(socket);
    });
  };

  const unsubscribe = world.events.subscribe((event) => {
    if (event.type === 'conversation.typing') return tellTyping(world, event, (news) => tellAll(news));
    if (concernsThreads(event)) for (const socket of pages.keys()) refreshSoon(socket);
  });
  const tellAll = (news: PhoneNews) => {
    for (const [socket, customers] of pages)
      for (const customer of customers) if (isSame(customer, news.customer)) send(socket, { ...news, customer });
  };

  return {
    router: phonesRouter(world),
    connect(socket) {
      pages.set(socket, []);
      socket.on('close', () => pages.delete(socket));
      socket.on('message', (data) => {
        const wanted = watchShape.safeParse(jsonOrUndefined(String(data)));
        if (!wanted.success) return;
        pages.set(socket, wanted.data.watch);
        refreshSafely(socket);
      });
    },
    close: unsubscribe,
  };
}

function phonesRouter(world: World): Router {
  const router = Router();
  router.use(json({ limit: '64kb' }));
  router.post(
    '/write',
    answering(async ({ body }) => {
      const { sid, conversationSid } = await world.customers.send(writeShape.parse(body));
      return { status: 201, body: { sid, conversationSid } };
    }),
  );
  router.post(
    '/type',
    answering(({ body }) => {
      world.customers.type(customerShape.parse(body));
      return { status: 200, body: {} };
    }),
  );
  router.post(
    '/reach',
    answering(({ body }) => {
      const { reach, ...customer } = reachShape.parse(body);
      world.customers.setReach(customer, reach);
      return { status: 200, body: {} };
    }),
  );
  return router;
}

type Answer = { readonly status: number; readonly body: unknown };

function answering(run: (request: Request) => Answer | Promise<Answer>): RequestHandler {
  return (request, response, next) => {
    Promise.resolve()
      .then(() => run(request))
      .then(({ status, body }) => response.status(status).json(body))
      .catch((error: unknown) => {
        if (error instanceof z.ZodError)
          response.status(400).json({ message: error.issues[0]?.message ?? 'Bad request' });
        else if (error instanceof TwilioError) response.status(error.status).json(errorBody(error));
        else next(error);
      });
  };
}

function concernsThreads(event: WorldEvent): boolean {
  return /^(conversation|customer|reservation|task|participant|invite|world)\./.test(event.type);
}

const isSame = (one: CustomerAddress, other: CustomerAddress): boolean =>
  one.channel === other.channel && addressOf(one) === addressOf(other);

/** An agent's typing, told to the phone of the conversation's customer. */
function tellTyping(
  world: World,
  { conversation, author }: WorldEvent & { type: 'conversation.typing' },
  tell: (news: PhoneNews) => void,
): void {
  const agent = world.iam.findUser(author);
  const channel = world.flex.channelOfConversation(conversation.sid);
  if (!agent || !channel) return;
  for (const { identity, messagingBinding } of conversation.participants.values()) {
    const address = messagingBinding?.address ?? identity;
    if (address === null || address === author) continue;
    tell({ type: 'typing', customer: { channel: channel.type, address }, agent: agent.fullName });
  }
}
