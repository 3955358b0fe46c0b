import { z } from 'zod';
import type { World } from '../../account/world';
import { ok, type AgentExchange, type BrowserAnswer } from '../../kernel/browser/exchange';
import { jsonOrUndefined } from '../../kernel/json';
import { forAgent, type BrowserRoute } from '../../kernel/browser/router';
import { may } from '../../services/sync/browser/access';
import type { SyncJournal } from '../../kernel/browser/sync/journal';
import type { SyncObjectView, SyncSource } from '../../kernel/browser/sync/objects';
import { changeAnswer } from '../../kernel/browser/sync/messages';

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
export function subscriptionRoutes(world: World, journal: SyncJournal, source: SyncSource): readonly BrowserRoute[] {
  return [
    forAgent(['POST', 'cds.', '/v4/Subscriptions'], (exchange): BrowserAnswer => {
      const poke = pokeShape.safeParse(jsonOrUndefined(exchange.request.body.toString('utf8')));
      const body = { max_batch_size: 100, estimated_delivery_in_ms: 5000, ttl_in_s: 3600 };
      const { session } = exchange.request;
      if (!poke.success || !session) return ok(body);
      const { action, correlation_id: correlationId, requests } = poke.data;
      const tell = (payload: object) => session.notify(EVENT, { ...payload, correlation_id: correlationId });
      const afterwards = () => {
        for (const subject of requests) {
          const view = objectOf(source, exchange, subject);
          // The object has been asked for before, and that is where a browser hears that it may not have it.
          if (view && !may(world, { viewer: exchange.viewer, right: 'read' }, view)) continue;
          if (action === 'establish') {
            session.subscriptions.add(subject.object_sid);
            for (const missed of missedChanges(journal, view, subject)) tell(missed);
          } else session.subscriptions.delete(subject.object_sid);
          tell(confirmation(subject, action, view));
        }
      };
      return { status: 200, body, afterwards };
    }),
  ];
}

function objectOf(source: SyncSource, { viewer }: AgentExchange, subject: Subject): SyncObjectView | undefined {
  const { object_sid: sid, object_type: kind } = subject;
  return kind === 'map' || kind === 'list' || kind === 'document' ? source.find(viewer, kind, sid) : undefined;
}

function confirmation(subject: Subject, action: 'establish' | 'cancel', view: SyncObjectView | undefined) {
  return {
    event_type: action === 'establish' ? 'subscription_established' : 'subscription_canceled',
    event_protocol_version: 4,
    event: {
      object_sid: subject.object_sid,
      object_type: subject.object_type,
      replay_status: 'completed',
      last_event_id: view?.lastEventId ?? subject.last_event_id ?? 0,
    },
  };
}

/** The changes since the client last heard or, when they are not all known, the present state told as updates. */
function missedChanges(
  journal: SyncJournal,
  view: SyncObjectView | undefined,
  { last_event_id: since, object_type: kind, object_sid: sid }: Subject,
): readonly Record<string, unknown>[] {
  // A client asks its live queries again after a while away; what came between answer and subscription is known.
  if (kind === 'live_query') return (journal.since(sid, since ?? 0) ?? []).map(changeAnswer);
  if (!view || typeof since !== 'number' || since >= view.lastEventId) return [];
  const changes = journal.since(view.sid, since);
  if (changes) return changes.map(changeAnswer);
  const subject = {
    kind: view.kind,
    objectSid: view.sid,
    objectUniqueName: view.uniqueName,
    objectRevision: view.revision,
    atMs: view.updatedAtMs,
  };
  if (view.kind === 'document')
    return [changeAnswer({ ...subject, change: 'updated', data: view.data, eventId: view.lastEventId })];
  // To a client that was away over a restart, what came since is new: it takes no update of what it never had.
  const added = journal.added(view.sid);
  return view.items().map((item) => {
    const change = added.has(item.name) ? 'added' : 'updated';
    return changeAnswer({ ...subject, change, item, eventId: Math.max(item.lastEventId, since + 1) });
  });
}
