import { queryText } from '../../../kernel/rest/request';
import type { Request } from '../account';

/** `From` and `Order` of item lists. */
export function inOrder<T>(request: Request, items: readonly T[], keyOf: (item: T) => string | number): readonly T[] {
  const descending = queryText(request, 'Order') === 'desc';
  const from = queryText(request, 'From');
  const exclusive = queryText(request, 'Bounds') === 'exclusive';
  const sorted = descending ? items.toReversed() : [...items];
  if (from === undefined) return sorted;
  return sorted.filter((item) => {
    const key = keyOf(item);
    const start = typeof key === 'number' ? Number(from) : from;
    if (key === start) return !exclusive;
    return descending ? key < start : key > start;
  });
}
