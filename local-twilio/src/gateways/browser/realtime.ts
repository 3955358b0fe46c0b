import { randomUUID } from 'node:crypto';
import type { WebSocket } from 'ws';
import type { WorldEvent } from '../../account/events';
import type { OnFailure } from '../../kernel/failures';
import type { World } from '../../account/world';
import type { BrowserAnswer, BrowserRequest } from '../../kernel/browser/exchange';
import { browserRouter } from '../../kernel/browser/router';
import { eventBridgeSockets, type EventBridgeSockets } from './event-bridge/socket';
import { eventBridgeRoutes } from './event-bridge/tunnel';
import { assetRoutes } from './assets';
import { everyService, type AnyService } from '../../account/services';
import type { FlexFeature } from '../../kernel/browser/features';
import type { Notice } from '../../kernel/browser/notice';
import type { PluginList } from '../../kernel/browser/plugin-list';
import type { BrowserParts } from '../../kernel/service';
import { outbox } from './outbox';
import { syncJournal, type SyncChange, type SyncJournal } from '../../kernel/browser/sync/journal';
import type { SyncSource } from '../../kernel/browser/sync/objects';
import { subscriptionRoutes } from './subscriptions';
import { changeMessageType, changeAnswer } from '../../kernel/browser/sync/messages';
import { openTwilsock, type TwilsockSession } from './twilsock/session';
import { viewerOf } from './viewer';

export interface RealtimeOptions {
  readonly world: World;
  readonly plugins: PluginList;
  readonly features: readonly FlexFeature[];
  /** Told about each request of a page that nothing here serves. */
  readonly onUnknown: (what: string) => void;
  /** Told when serving a request failed here. */
  readonly onFailure: OnFailure;
  /** Those of the registry, unless a test has one of its own. */
  readonly services?: readonly AnyService[];
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

export function createRealtime(options: RealtimeOptions): Realtime {
  const { world, plugins, features, onUnknown, onFailure, services = everyService } = options;
  const journal = syncJournal(world.clock, world.sync.firstEventId);
  const source: SyncSource = {
    find: (viewer, kind, name) => firstFound(parts, (part) => part.source?.find(viewer, kind, name)),
  };
  const side = { account: world, journal, source, plugins, features };
  const parts: readonly BrowserParts[] = services.flatMap((service) => service.browser?.(side) ?? []);
  const tunnel = parts.flatMap((part) => part.tunnel ?? []);
  const answerNow = browserRouter({
    viewerOf: (request) => viewerOf(world, request),
    onUnknown: ({ method, host, path }) => onUnknown(`${method} ${host}${path}`),
    onFailure: ({ method, host, path }, error) => onFailure(`${method} ${host}${path}`, error),
    routes: [
      ...parts.flatMap((part) => part.routes ?? []),
      ...assetRoutes(),
      ...eventBridgeRoutes(tunnel, (method, url) => onUnknown(`event-bridge ${method} ${url}`)),
      ...subscriptionRoutes(world, journal, source),
    ],
  });
  const answer = (request: BrowserRequest) => world.latency.carry(() => answerNow(request));
  const bridge = eventBridgeSockets(world);
  const sessions = new Set<TwilsockSession>();
  const pushes = outbox(onFailure);
  const storageId = randomUUID();

  // Messages are made now, while the entities are as the event found them; they are sent later.
  const unsubscribe = world.events.subscribe((event) => {
    if (event.type === 'world.reset') journal.forget(world.sync.firstEventId);
    for (const send of parts.flatMap((part) => messagesOf(part, event, { sessions, bridge, journal })))
      pushes.add(send);
  });

  return {
    answer,
    connect(socket, { host, path, token, desktop }) {
      if (host.startsWith('tsock')) {
        const session = openTwilsock(socket, {
          desktop,
          storageId,
          answer,
          latency: world.latency,
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

function tellingSubscribers(sessions: ReadonlySet<TwilsockSession>, change: SyncChange): () => void {
  const message = changeAnswer(change);
  const { objectSid, kind, isFor = () => true } = change;
  const told = [...sessions].filter(({ viewer }) => viewer !== undefined && isFor(viewer));
  return () => {
    for (const session of told)
      if (session.subscriptions.has(objectSid)) session.notify(changeMessageType(kind), message);
  };
}

interface Listeners {
  readonly sessions: ReadonlySet<TwilsockSession>;
  readonly bridge: Pick<EventBridgeSockets, 'push'>;
  readonly journal: SyncJournal;
}

/** What a service tells browsers of an event: subscribers of Sync objects, workers' pages, one SDK. */
function messagesOf(part: BrowserParts, event: WorldEvent, to: Listeners): readonly (() => void)[] {
  const changes = part.changes?.changesFor(event) ?? [];
  const push = part.pushes?.pushFor(event);
  const notice = part.notices?.noticeOf(event);
  return [
    ...changes.map((change) => tellingSubscribers(to.sessions, to.journal.record(change))),
    ...(push ? [() => to.bridge.push(push)] : []),
    ...(notice ? [() => tellSdk(to.sessions, notice)] : []),
  ];
}

function firstFound<T, Found>(all: readonly T[], look: (one: T) => Found | undefined): Found | undefined {
  for (const one of all) {
    const found = look(one);
    if (found !== undefined) return found;
  }
  return undefined;
}

function tellSdk(sessions: ReadonlySet<TwilsockSession>, { product, isFor, messageType, payload }: Notice): void {
  for (const session of sessions)
    if (session.product === product && session.viewer && isFor(session.viewer.identity))
      session.notify(messageType, payload);
}
