import type { Call } from '../../kernel/calls';
import type { DeliveryRecord } from '../../kernel/deliveries';
import type { World } from '../../account/world';

const KEPT = 500;

/** One entry of a log, with the number that names it in the page. */
export interface Numbered<T> {
  readonly number: number;
  readonly entry: T;
}

export interface Log<T> {
  /** Newest first. */
  newest(count: number): readonly Numbered<T>[];
  find(number: number): T | undefined;
  /** How many there were in all. */
  total(): number;
}

export interface Logs {
  readonly calls: Log<Call>;
  readonly deliveries: Log<DeliveryRecord>;
  close(): void;
}

interface WritableLog<T> extends Log<T> {
  add(entry: T): void;
  clear(): void;
}

function numberedLog<T>(): WritableLog<T> {
  let entries: Numbered<T>[] = [];
  let total = 0;
  return {
    add(entry) {
      entries.push({ number: ++total, entry });
      if (entries.length > KEPT) entries.shift();
    },
    clear() {
      entries = [];
      total = 0;
    },
    newest: (count) => entries.slice(-count).reverse(),
    find: (number) => entries.find((one) => one.number === number)?.entry,
    total: () => total,
  };
}

/** Remembers REST calls and webhook deliveries from now on. */
export function worldLogs(world: World): Logs {
  const calls = numberedLog<Call>();
  const deliveries = numberedLog<DeliveryRecord>();
  const close = world.events.subscribe((event) => {
    if (event.type === 'call.finished') calls.add(event.call);
    if (event.type === 'delivery.started') deliveries.add(event.delivery);
    if (event.type === 'world.reset') {
      calls.clear();
      deliveries.clear();
    }
  });
  return { calls, deliveries, close };
}
