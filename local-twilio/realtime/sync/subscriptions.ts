import { z } from 'zod';
import { ok, safeJson, type AgentExchange, type BrowserAnswer } from '../browser-exchange';
import { forAgent, type BrowserRoute } from '../browser-router';
import type { SyncJournal } from './journal';
import type { SyncObjectView, SyncSource } from './objects';
import { changeWire } from './wire';

const EVENT = 'twilio.sync.event';

const pokeShape = z.object({
  action: z.enum(['establish', 'cancel']),
  correlation_id: z.number().optional(),
  requests: z.array(
    z.object({ object_sid: z.string(), object_type: z.string(), last_event_id: z.number().nullish() }).passthrough(),
  ),
});
type Subject = z.infer<typeof pokeShape>['requests'][number];

/** Which objects a connection follows. A client that was away is first told what it missed. */
export function subscriptionRoutes(journal: SyncJournal, source: SyncSource): readonly BrowserRoute[] {
  return [
    forAgent(['POST', 'cds.', '/v4/Subscriptions'], (exchange): BrowserAnswer => {
      const poke = pokeShape.safeParse(safeJson(exchange.request.body.toString('utf8')));
      const answer = { max_batch_size: 100, estimated_delivery_in_ms: 5000, ttl_in_s: 3600 };
      if (!poke.success) return ok(answer);
      const { action, correlation_id: correlationId, requests } = poke.data;
      return {
        status: 200,
        body: answer,
        afterwards: () => {
          for (const subject of requests)
            follow({ exchange, subject, establish: action === 'establish', correlationId });
        },
      };
    }),
  ];

  function follow(input: {
    exchange: AgentExchange;
    subject: Subject;
    establish: boolean;
    correlationId: number | undefined;
  }): void {
    const { exchange, subject, establish, correlationId } = input;
    const session = exchange.request.session;
    if (!session) return;
    const sid = subject.object_sid;
    const view = objectOf(exchange, subject);
    const confirmed = view?.lastEventId ?? subject.last_event_id ?? 0;
    if (establish) {
      session.subscriptions.add(sid);
      if (view && typeof subject.last_event_id === 'number')
        for (const missed of replay(view, subject.last_event_id))
          session.notify(EVENT, { ...missed, correlation_id: correlationId });
    } else session.subscriptions.delete(sid);
    session.notify(EVENT, {
      event_type: establish ? 'subscription_established' : 'subscription_canceled',
      correlation_id: correlationId,
      event_protocol_version: 4,
      event: {
        object_sid: sid,
        object_type: subject.object_type,
        replay_status: 'completed',
        last_event_id: confirmed,
      },
    });
  }

  function objectOf({ viewer }: AgentExchange, { object_sid: sid, object_type: kind }: Subject) {
    return kind === 'map' || kind === 'list' || kind === 'document' ? source.find(viewer, kind, sid) : undefined;
  }

  /** The changes since then or, when they are not all known, the present state told as updates. */
  function replay(view: SyncObjectView, since: number): readonly Record<string, unknown>[] {
    if (since >= view.lastEventId) return [];
    const changes = journal.since(view.sid, since);
    if (changes) return changes.map(changeWire);
    const subject = {
      kind: view.kind,
      objectSid: view.sid,
      objectUniqueName: view.uniqueName,
      change: 'updated' as const,
      objectRevision: view.revision,
      atMs: view.updatedAtMs,
    };
    if (view.kind === 'document') return [changeWire({ ...subject, data: view.data, eventId: view.lastEventId })];
    return view.items().map((item) => changeWire({ ...subject, item, eventId: Math.max(item.lastEventId, since + 1) }));
  }
}
