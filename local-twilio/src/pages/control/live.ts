import type { WebSocket } from 'ws';
import type { WorldEventName } from '../../account/events';
import { guarded, type OnFailure } from '../../kernel/failures';
import type { World } from '../../account/world';
import type { Logs } from './log';
import type { ControlNews, SectionName } from './overview';
import { sectionNames, sectionsOf } from './sections';

export const CONTROL_LIVE_PATH = '/_local/live';

/** A burst of events is told once, this much later at most. */
const TELL_AFTER_MS = 50;

/** Tells open control pages what changed. With no page open it costs nothing. */
export interface ControlLive {
  connect(socket: WebSocket): void;
  /** What changes without an event: planned faults, the clock. */
  changed(...names: readonly SectionName[]): void;
  close(): void;
}

interface LiveOptions {
  readonly world: World;
  readonly logs: Logs;
  readonly onFailure: OnFailure;
}

export function controlLive({ world, logs, onFailure }: LiveOptions): ControlLive {
  const sockets = new Set<WebSocket>();
  const stale = new Set<SectionName>();
  let timer: NodeJS.Timeout | undefined;

  const newsOf = (names: Iterable<SectionName>): string => {
    const news: ControlNews = { nowMs: world.clock.nowMs(), sections: sectionsOf(world, logs, names) };
    return JSON.stringify(news);
  };
  const flush = () => {
    timer = undefined;
    if (sockets.size === 0) return stale.clear();
    const news = newsOf(stale);
    stale.clear();
    for (const socket of sockets) if (socket.readyState === socket.OPEN) socket.send(news);
  };
  const changed = (...names: readonly SectionName[]) => {
    if (sockets.size === 0) return;
    for (const name of names) stale.add(name);
    timer ??= setTimeout(guarded('a control page', flush, onFailure), TELL_AFTER_MS).unref();
  };
  const unsubscribe = world.events.subscribe(({ type }) => changed(...sectionsTouched(type)));

  return {
    changed,
    connect(socket) {
      sockets.add(socket);
      socket.on('close', () => sockets.delete(socket));
      socket.send(newsOf(sectionNames));
    },
    close() {
      unsubscribe();
      clearTimeout(timer);
    },
  };
}

/** By the first word of the event's name. */
const touchedBy: Readonly<Record<string, readonly SectionName[]>> = {
  conversation: ['conversations'],
  user: ['conversations'],
  interaction: ['conversations', 'tasks'],
  participant: ['conversations', 'tasks'],
  invite: ['conversations', 'tasks'],
  reservation: ['tasks', 'agents'],
  task: ['tasks'],
  'task-queue': ['tasks'],
  workflow: ['tasks'],
  worker: ['agents'],
  sync: ['sync'],
  delivery: ['webhooks', 'webhookFaults'],
  call: ['calls', 'faults'],
  world: sectionNames,
};

const sectionsTouched = (type: WorldEventName): readonly SectionName[] => touchedBy[type.split('.')[0] ?? ''] ?? [];
