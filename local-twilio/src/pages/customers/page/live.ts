import type { Reach } from '../../../services/customers/commands';
import type { PhoneNews } from '../phones-api';
import type { Customer } from './setup';

const API = '/_local/phones';
const RECONNECT_AFTER_MS = 1000;

export interface Live {
  /** Whom to hear of from now on. */
  watch(customers: readonly Customer[]): void;
  close(): void;
}

/** A line to the server that mends itself. */
export function openLive(onNews: (news: PhoneNews) => void, onConnected: (connected: boolean) => void): Live {
  let watched: readonly Customer[] = [];
  let socket: WebSocket | undefined;
  let closed = false;

  const tell = () => {
    if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify({ watch: watched }));
  };
  const connect = () => {
    socket = new WebSocket(`${location.origin.replace(/^http/, 'ws')}${API}/live`);
    socket.onopen = () => {
      onConnected(true);
      tell();
    };
    socket.onmessage = ({ data }) => onNews(JSON.parse(String(data)));
    socket.onclose = () => {
      onConnected(false);
      if (!closed) setTimeout(connect, RECONNECT_AFTER_MS);
    };
  };
  connect();

  return {
    watch(customers) {
      watched = customers.map(({ name, channel, address }) => ({ name, channel, address }));
      tell();
    },
    close() {
      closed = true;
      socket?.close();
    },
  };
}

/** Null when it was sent, else why not. */
export async function write(customer: Customer, body: string): Promise<string | null> {
  const answer = await post('/write', { ...customer, body });
  if (answer.ok) return null;
  const { message } = Object(await answer.json().catch(() => ({})));
  return typeof message === 'string' ? message : 'It was not sent';
}

export async function setReach({ channel, address }: Customer, reach: Reach): Promise<void> {
  await post('/reach', { channel, address, reach });
}

export async function tellTyping({ channel, address }: Customer): Promise<void> {
  await post('/type', { channel, address });
}

function post(path: string, body: unknown): Promise<Response> {
  return fetch(`${API}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}
