import type { ListItem } from '../../../serverless-functions/src/contract/list-item';
import { replyWindow } from './reply-window';

/** A row whose reply window closes soon. */
export interface ClosingWindow {
  item: ListItem;
  closesAtMs: number;
  leftMs: number;
}

/** Whoever has just parked reads that first, and may undo it. */
const JUST_PARKED_MS = 15_000;

/**
 * The rows whose window closes within `noticeMs`, the first to close first. Not those that come back by themselves
 * before that: their agent gets them in time. Nor those with an unread reply: it has opened the window anew, and nobody
 * here knows until when.
 */
export function closingWindows(
  items: readonly ListItem[],
  { noticeMs, nowMs }: { noticeMs: number; nowMs: number },
): ClosingWindow[] {
  return items
    .flatMap((item) => {
      const window = replyWindow(item, nowMs);
      if (window.kind !== 'open' && window.kind !== 'closing') return [];
      const { closesAtMs, leftMs } = window;
      const isBackInTime = item.backAt !== undefined && Date.parse(item.backAt) < closesAtMs;
      const isJustParked = nowMs < Date.parse(item.parkedAt) + JUST_PARKED_MS;
      if (leftMs > noticeMs || isBackInTime || isJustParked || item.replies === 'unread') return [];
      return [{ item, closesAtMs, leftMs }];
    })
    .sort((a, b) => a.closesAtMs - b.closesAtMs);
}
