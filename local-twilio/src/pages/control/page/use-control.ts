import { useEffect, useState } from 'react';
import type { ControlNews, Overview, Section } from '../overview';

const RECONNECT_AFTER_MS = 1000;

export interface Live {
  readonly connected: boolean;
  /** Undefined until the first news. */
  readonly overview: Overview | undefined;
  /** How far the clock there is ahead of this one. */
  readonly aheadMs: number;
}

const nothing: Section<never> = { total: 0, rows: [] };
const empty: Overview = {
  agents: nothing,
  tasks: nothing,
  conversations: nothing,
  sync: nothing,
  webhooks: nothing,
  calls: nothing,
  functions: nothing,
  faults: nothing,
  webhookFaults: nothing,
};

/** All sections, as they are at this moment; the line mends itself. */
export function useControl(): Live {
  const [live, setLive] = useState<Live>({ connected: false, overview: undefined, aheadMs: 0 });

  useEffect(() => {
    let closed = false;
    let socket: WebSocket | undefined;
    const onNews = ({ nowMs, sections }: ControlNews) =>
      setLive(({ overview = empty }) => ({
        connected: true,
        overview: { ...overview, ...sections },
        aheadMs: nowMs - Date.now(),
      }));
    const connect = () => {
      socket = new WebSocket(`${location.origin.replace(/^http/, 'ws')}/_local/live`);
      socket.onmessage = ({ data }) => onNews(JSON.parse(String(data)));
      socket.onclose = () => {
        if (closed) return;
        setLive((known) => ({ ...known, connected: false }));
        setTimeout(connect, RECONNECT_AFTER_MS);
      };
    };
    connect();
    return () => {
      closed = true;
      socket?.close();
    };
  }, []);
  return live;
}
