import { useCallback, useEffect, useRef, useState } from 'react';
import type { Thread } from '../threads';
import { openLive, type Live } from './live';
import { newCustomer, type Customer } from './setup';

const EMPTY: Thread = { status: { kind: 'none' }, reach: 'on', messages: [] };
const TYPING_SHOWN_MS = 5000;

export interface PhoneState {
  readonly customer: Customer;
  readonly thread: Thread;
  /** Who types at the other end, or null. */
  readonly typing: string | null;
}

export interface Phones {
  readonly connected: boolean;
  readonly phones: readonly PhoneState[];
  /** Hands the phone of that channel to somebody new. */
  replace(channel: Customer['channel']): void;
}

const keyOf = ({ channel, address }: Pick<Customer, 'channel' | 'address'>): string => `${channel}:${address}`;

export function usePhones(initial: readonly Customer[]): Phones {
  const [customers, setCustomers] = useState(initial);
  const [connected, setConnected] = useState(false);
  const [threads, setThreads] = useState<Readonly<Record<string, Thread>>>({});
  const [typing, setTyping] = useState<Readonly<Record<string, string>>>({});
  const live = useRef<Live>();
  const replaced = useRef(0);

  useEffect(() => {
    const timers = new Map<string, number>();
    const showTyping = (key: string, agent: string | null) => {
      window.clearTimeout(timers.get(key));
      setTyping(({ [key]: _old, ...rest }) => (agent === null ? rest : { ...rest, [key]: agent }));
      if (agent !== null)
        timers.set(
          key,
          window.setTimeout(() => showTyping(key, null), TYPING_SHOWN_MS),
        );
    };
    live.current = openLive((news) => {
      const key = keyOf(news.customer);
      if (news.type === 'typing') return showTyping(key, news.agent);
      showTyping(key, null);
      setThreads((known) => ({ ...known, [key]: news.thread }));
    }, setConnected);
    return () => live.current?.close();
  }, []);

  useEffect(() => live.current?.watch(customers), [customers]);

  const replace = useCallback((channel: Customer['channel']) => {
    const somebody = newCustomer(channel, replaced.current++);
    setCustomers((known) => known.map((one) => (one.channel === channel ? somebody : one)));
  }, []);

  return {
    connected,
    replace,
    phones: customers.map((customer) => ({
      customer,
      thread: threads[keyOf(customer)] ?? EMPTY,
      typing: typing[keyOf(customer)] ?? null,
    })),
  };
}
