import type { EveryonesItem } from '../../../serverless-functions/src/contract/everyone';
import type { ListItem } from '../../../serverless-functions/src/contract/list-item';
import { replyWindowClosesAtMs } from './reply-window';
import type { ListView, SortColumn } from './list-view';

/** A row of mine, or of anybody's with what only supervisors see. */
export type AnyItem = ListItem & Partial<Pick<EveryonesItem, 'agentName' | 'state' | 'returningSince'>>;

/** As many as fill a screen twice; a thousand rows at once would make every key press slow. */
export const PAGE_SIZE = 25;

export interface Arranged<Item> {
  /** The page that is looked at. */
  readonly items: readonly Item[];
  /** Matching the filters, on all pages. */
  readonly matching: readonly Item[];
  readonly page: number;
  readonly pageCount: number;
}

/** Filters, sorts and cuts. A page that does not exist any more is the last one. */
export function arrange<Item extends AnyItem>(
  items: readonly Item[],
  view: ListView,
  localeTag: string,
): Arranged<Item> {
  const found = items.filter((item) => matches(item, view));
  const sorted = found.sort(comparing(view, localeTag));
  const pageCount = Math.max(1, Math.ceil(sorted.length / PAGE_SIZE));
  const page = Math.min(view.page, pageCount);
  return {
    items: sorted.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE),
    matching: sorted,
    page,
    pageCount,
  };
}

/** Each value once, in the user's order, for a filter to choose from. */
export function choices(values: readonly (string | undefined)[], localeTag: string): string[] {
  const present = values.filter((value): value is string => Boolean(value));
  return [...new Set(present)].sort(new Intl.Collator(localeTag, { numeric: true }).compare);
}

function matches(item: AnyItem, { text, channel, agent, queue }: ListView): boolean {
  if (channel !== '' && item.channelType !== channel) return false;
  if (agent !== '' && item.agentName !== agent) return false;
  if (queue !== '' && item.queueName !== queue) return false;
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return true;
  const { customerName, customerAddress, reason, note, agentName } = item;
  return [customerName, customerAddress, reason, note, agentName].some((value) =>
    value?.toLowerCase().includes(wanted),
  );
}

/** Equal rows stand newest first, then by conversation SID, so that rows never swap places by themselves. */
function comparing({ sort }: ListView, localeTag: string): (a: AnyItem, b: AnyItem) => number {
  const { compare } = new Intl.Collator(localeTag, { numeric: true });
  const direction = sort.direction === 'ascending' ? 1 : -1;
  return (a, b) =>
    direction * compareKeys(keyOf(a, sort.column), keyOf(b, sort.column), compare) ||
    compareText(b.parkedAt, a.parkedAt) ||
    compareText(a.conversationSid, b.conversationSid);
}

function compareKeys(a: string | number, b: string | number, collate: (a: string, b: string) => number): number {
  return typeof a === 'number' && typeof b === 'number' ? compareNumbers(a, b) : collate(String(a), String(b));
}

/** Not by subtraction: two rows without a window are equal, and Infinity - Infinity is not 0. */
function compareNumbers(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

function compareText(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

function keyOf(item: AnyItem, column: SortColumn): string | number {
  switch (column) {
    case 'customer':
      return item.customerName || item.customerAddress;
    case 'agent':
      return `${item.agentName ?? ''} ${item.queueName}`;
    case 'parkedAt':
      return Date.parse(item.parkedAt);
    case 'backAt':
      return item.backAt === undefined ? Number.POSITIVE_INFINITY : Date.parse(item.backAt);
    case 'channel':
      return item.channelType;
    case 'replyWindow':
      return replyWindowClosesAtMs(item) ?? Number.POSITIVE_INFINITY;
    case 'reason':
      return `${item.reason ?? ''} ${item.note ?? ''}`.trim();
  }
}
