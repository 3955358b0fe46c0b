import { invalidParameter } from '../../../kernel/errors';
import { queryText } from '../../../kernel/rest/request';
import type { Request } from '../account';

/** A list parameter: `A=x&A=y`, or `A=x,y`. Undefined: not asked for. */
export function queryList({ query }: Request, name: string): readonly string[] | undefined {
  const value = query[name];
  if (value === undefined) return undefined;
  const words = (typeof value === 'string' ? [value] : value).flatMap((one) => one.split(','));
  const asked = words.map((word) => word.trim()).filter(Boolean);
  return asked.length > 0 ? asked : undefined;
}

/** "`true`, `1`, or `yes`"; any other value is false. Undefined: not asked for. */
export function queryFlag(request: Request, name: string): boolean | undefined {
  const value = queryText(request, name);
  return value === undefined ? undefined : isYes(value);
}

export const isYes = (value: string): boolean => ['true', '1', 'yes'].includes(value.toLowerCase());

/** Whether everything that was asked for is as it is held. */
export const fits = (...asked: readonly (readonly [asked: unknown, held: unknown])[]): boolean =>
  asked.every(([wanted, held]) => wanted === undefined || wanted === '' || wanted === held);

type Order<T> = (one: T, other: T) => number;

/** `Priority:desc,DateCreated:asc`, by the attributes that may be named. */
export function inOrderOf<T>(
  request: Request,
  items: readonly T[],
  attributes: Readonly<Record<string, (item: T) => number | string>>,
): readonly T[] {
  const orders = (queryList(request, 'Ordering') ?? []).map((pairing): Order<T> => {
    const [name = '', direction = 'asc'] = pairing.split(':');
    const valueOf = Object.hasOwn(attributes, name) ? attributes[name] : undefined;
    if (!valueOf || !['asc', 'desc'].includes(direction.toLowerCase()))
      throw invalidParameter(`Ordering ${pairing} is unknown`);
    const sign = direction.toLowerCase() === 'desc' ? -1 : 1;
    return (one, other) => sign * compare(valueOf(one), valueOf(other));
  });
  return [...items].sort((one, other) => {
    for (const order of orders) {
      const result = order(one, other);
      if (result !== 0) return result;
    }
    return 0;
  });
}

const compare = (one: number | string, other: number | string): number => (one < other ? -1 : one > other ? 1 : 0);
