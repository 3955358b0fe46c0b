import { randomUUID } from 'node:crypto';
import type { WebSocket } from 'ws';
import type { WorldEvent } from '../../account/events';
import type { OnFailure } from '../../kernel/failures';
import type { PluginService } from '../../hosts/flex/plugin-service';
import type { World } from '../../account/world';
import type { BrowserAnswer, BrowserRequest } from '../../kernel/browser/exchange';
import { browserRouter } from '../../kernel/browser/router';
import { conversationRoutes } from '../../services/conversations/browser/routes';
import { mediaStore } from '../../services/conversations/browser/media';
import { participantOf } from '../../services/conversations/browser/projection';
import { conversationSyncChanges } from '../../services/conversations/browser/changes';
import { conversationSyncSource } from '../../services/conversations/browser/source';
import { eventBridgePush } from './event-bridge/pushes';
import { eventBridgeSockets } from './event-bridge/socket';
import { eventBridgeRoutes } from './event-bridge/tunnel';
import { eventBridgeWire } from './event-bridge/answers';
import { assetRoutes } from './assets';
import type { FlexFeature } from '../../services/flex/browser/features';
import { flexRoutes } from '../../services/flex/browser/routes';
import { insightsRoutes } from '../../services/taskrouter/browser/live-queries';
import { statisticsSource } from '../../services/taskrouter/browser/statistics';
import { outbox } from './outbox';
import type { SyncChanges } from '../../kernel/browser/sync/changes';
import { syncJournal, type SyncChange } from '../../kernel/browser/sync/journal';
import type { SyncSource } from '../../kernel/browser/sync/objects';
import { syncRoutes } from '../../services/sync/browser/routes';
import { subscriptionRoutes } from './subscriptions';
import { changeMessageType, changeWire } from '../../kernel/browser/sync/messages';
import { ownSyncChanges } from '../../services/sync/browser/changes';
import { worldSyncSource } from '../../services/sync/browser/source';
import { openTwilsock, type TwilsockSession } from './twilsock/session';
import { viewerOf } from './viewer';

export interface RealtimeOptions {
  readonly world: World;
  readonly plugins: PluginService;
  readonly features: readonly FlexFeature[];
  /** Told about each request of a page that nothing here serves. */
  readonly onUnknown: (what: string) => void;
  /** Told when serving a request failed here. */
  readonly onFailure: OnFailure;
}

/** What browsers need of Twilio: HTTP for pages, twilsock, and the event bridge's sockets. */
export interface Realtime {
  answer(request: BrowserRequest): Promise<BrowserAnswer>;
  /** Takes over a socket that a page opened to that Twilio host and path. */
  connect(socket: WebSocket, page: { host: string; path: string; token: string | null; desktop: string }): void;
  /** Resolves when every push has left. */
  settled(): Promise<void>;
  close(): void;
}

export function createRealtime({ world, plugins, features, onUnknown, onFailure }: RealtimeOptions): Realtime {
  const journal = syncJournal(world.clock, world.sync.firstEventId);
  const wire = eventBridgeWire(world);
  const media = mediaStore(world);
  const sources = firstOf([conversationSyncSource(world, journal), statisticsSource(world), worldSyncSource(world)]);
  const answer = browserRouter({
    viewerOf: (request) => viewerOf(world, request),
    onUnknown: ({ method, host, path }) => onUnknown(`${method} ${host}${path}`),
    onFailure: ({ method, host, path }, error) => onFailure(`${method} ${host}${path}`, error),
    routes: [
      ...flexRoutes({ account: world, plugins, features }),
      ...assetRoutes(),
      ...eventBridgeRoutes(world, wire, (method, url) => onUnknown(`event-bridge ${method} ${url}`)),
      ...insightsRoutes(world),
      ...subscriptionRoutes(world, journal, sources),
      ...syncRoutes({ account: world, source: sources }),
      ...conversationRoutes(world, media),
      ...media.routes,
    ],
  });

  const changes: readonly SyncChanges<WorldEvent>[] = [ownSyncChanges, conversationSyncChanges(world)];
  const bridge = eventBridgeSockets(world);
  const sessions = new Set<TwilsockSession>();
  const pushes = outbox(onFailure);
  const storageId = randomUUID();

  const unsubscribe = world.events.subscribe((event) => {
    for (const change of changes.flatMap((one) => one.changesFor(event)))
      pushes.add(tellingSubscribers(sessions, journal.record(change)));
    const push = eventBridgePush(world, wire, event);
    if (push) pushes.add(() => bridge.push(push));
    if (event.type === 'conversation.typing') pushes.add(() => tellTyping(sessions, event));
  });

  return {
    answer,
    connect(socket, { host, path, token, desktop }) {
      if (host.startsWith('tsock')) {
        const session = openTwilsock(socket, {
          desktop,
          storageId,
          answer,
          findToken: (text) => world.iam.findToken(text),
          onClose: (closed) => sessions.delete(closed),
          onFailure,
        });
        sessions.add(session);
        return;
      }
      const viewer = token === null ? undefined : world.iam.findToken(token);
      if (host.startsWith('event-bridge') && path === '/v1/wschannels' && viewer) return bridge.open(socket, viewer);
      if (!viewer) return socket.close(4401, 'Unknown token');
      onUnknown(`WebSocket ${host}${path}`);
      socket.close(4404, 'Not served locally');
    },
    settled: () => pushes.settled(),
    close() {
      unsubscribe();
      bridge.close();
    },
  };
}

/** The message is made now, while the entities are as the event found them; it is sent later. */
function tellingSubscribers(sessions: ReadonlySet<TwilsockSession>, change: SyncChange): () => void {
  const message = changeWire(change);
  return () => {
    for (const session of sessions)
      if (session.subscriptions.has(change.objectSid)) session.notify(changeMessageType(change.kind), message);
  };
}

function firstOf(sources: readonly SyncSource[]): SyncSource {
  return {
    find(viewer, kind, name) {
      for (const source of sources) {
        const found = source.find(viewer, kind, name);
        if (found) return found;
      }
      return undefined;
    },
  };
}

function tellTyping(sessions: ReadonlySet<TwilsockSession>, event: WorldEvent & { type: 'conversation.typing' }): void {
  const { conversation, author } = event;
  for (const session of sessions) {
    const identity = session.viewer?.identity;
    if (session.product !== 'ip_messaging' || identity === undefined || identity === author) continue;
    if (!participantOf(conversation, identity)) continue;
    session.notify('twilio.ipmsg.typing_indicator', {
      channel_sid: conversation.sid,
      identity: author,
      typing_timeout: 5,
    });
  }
}
