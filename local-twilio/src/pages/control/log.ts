import type { Call } from '../../kernel/calls';
import type { DeliveryRecord } from '../../kernel/deliveries';
import type { World } from '../../account/world';

/** Entries of each log. */
export const KEPT = 500;
/** What a Function writes may be as long as it likes. */
const LINE_CHARACTERS = 2000;

/** A line that a Function wrote. */
export interface FunctionLine {
  readonly at: string;
  /** Its path, such as `/webhooks/message-added`. */
  readonly path: string;
  readonly text: string;
  /** Written to its errors, or about its end. */
  readonly isError: boolean;
}

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
  readonly functions: Log<FunctionLine>;
  /** As the terminal has it, `/path: text`; lines without a Function's path only go to the terminal. */
  functionWrote(line: string, isError?: boolean): void;
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

/** Remembers REST calls, webhook deliveries and what Functions write from now on. */
export function worldLogs(world: World): Logs {
  const calls = numberedLog<Call>();
  const deliveries = numberedLog<DeliveryRecord>();
  const functions = numberedLog<FunctionLine>();
  const close = world.events.subscribe((event) => {
    if (event.type === 'call.finished') calls.add(event.call);
    if (event.type === 'delivery.started') deliveries.add(event.delivery);
    if (event.type === 'world.reset') {
      calls.clear();
      deliveries.clear();
      functions.clear();
    }
  });
  return {
    calls,
    deliveries,
    functions,
    functionWrote(line, isError = false) {
      const [, path, text] = /^(\/[^\s:]*): (.*)$/s.exec(line) ?? [];
      if (path === undefined || text === undefined) return;
      const shown = text.length > LINE_CHARACTERS ? `${text.slice(0, LINE_CHARACTERS)}…` : text;
      functions.add({ at: new Date(world.clock.nowMs()).toISOString(), path, text: shown, isError });
    },
    close,
  };
}
