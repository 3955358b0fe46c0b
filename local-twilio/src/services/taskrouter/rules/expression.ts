import { TwilioError } from '../../../kernel/errors';

/** What an expression may look at; a name without `task.` or `worker.` is looked up in `default`. */
export interface Facts {
  readonly task?: unknown;
  readonly worker?: unknown;
  readonly default: 'task' | 'worker';
  /** Extra names, such as `workers.available` in skip_if. */
  readonly extra?: Readonly<Record<string, unknown>>;
}

export type Predicate = (facts: Facts) => boolean;

type Token =
  | { readonly kind: 'value'; readonly value: unknown }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'mark'; readonly mark: string };

type Operand = (facts: Facts) => unknown;

const pattern =
  /\s*(?:("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|(-?\d+(?:\.\d+)?)|(==|!=|<>|>=|<=|>|<|=|\(|\)|\[|\]|,)|([A-Za-z_][\w.-]*))/y;

function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  pattern.lastIndex = 0;
  while (pattern.lastIndex < text.trimEnd().length) {
    const found = pattern.exec(text);
    if (!found) throw new TwilioError(400, 20001, `Cannot read the expression ${text}`);
    const [, quoted, number, mark, name] = found;
    if (quoted !== undefined) tokens.push({ kind: 'value', value: quoted.slice(1, -1).replace(/\\(.)/g, '$1') });
    else if (number !== undefined) tokens.push({ kind: 'value', value: Number(number) });
    else if (mark !== undefined) tokens.push({ kind: 'mark', mark });
    else if (name !== undefined) tokens.push(wordToken(name));
  }
  return tokens;
}

function wordToken(name: string): Token {
  const lower = name.toLowerCase();
  if (lower === 'true' || lower === 'false') return { kind: 'value', value: lower === 'true' };
  if (lower === 'null') return { kind: 'value', value: null };
  return ['and', 'or', 'not', 'in', 'has', 'contains'].includes(lower)
    ? { kind: 'mark', mark: lower }
    : { kind: 'name', name };
}

function pick(source: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    source,
  );
}

function lookUp(name: string): Operand {
  const [first, ...rest] = name.split('.');
  return (facts) => {
    if (facts.extra && name in facts.extra) return facts.extra[name];
    if (first === 'task') return pick(facts.task, rest);
    if (first === 'worker') return pick(facts.worker, rest);
    return pick(facts[facts.default], name.split('.'));
  };
}

const asList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const same = (one: unknown, other: unknown) => one === other || (one ?? null) === (other ?? null);

function compare(mark: string, left: unknown, right: unknown): boolean {
  switch (mark) {
    case '==':
    case '=':
      return same(left, right);
    case '!=':
    case '<>':
      return !same(left, right);
    case 'in':
      return asList(right).some((item) => same(item, left));
    case 'has':
      return asList(left).some((item) => same(item, right));
    case 'contains':
      return typeof left === 'string' ? left.includes(String(right)) : asList(left).some((item) => same(item, right));
    default:
      return ordered(mark, left, right);
  }
}

function ordered(mark: string, left: unknown, right: unknown): boolean {
  if (typeof left !== 'number' || typeof right !== 'number') return false;
  switch (mark) {
    case '>':
      return left > right;
    case '<':
      return left < right;
    case '>=':
      return left >= right;
    default:
      return left <= right;
  }
}

const comparisons = ['==', '=', '!=', '<>', '>', '<', '>=', '<=', 'in', 'has', 'contains'];

/**
 * Parses a TaskRouter expression: comparisons, IN, HAS, CONTAINS, and, or, not, parentheses.
 * https://www.twilio.com/docs/taskrouter/expression-syntax
 */
export function parseExpression(text: string): Predicate {
  const tokens = tokenise(text);
  let at = 0;
  const fail = (): never => {
    throw new TwilioError(400, 20001, `Cannot read the expression ${text}`);
  };
  const isMark = (mark: string) => {
    const token = tokens[at];
    return token?.kind === 'mark' && token.mark === mark;
  };
  const take = (mark: string) => {
    const fits = isMark(mark);
    if (fits) at += 1;
    return fits;
  };

  const operand = (): Operand => {
    if (take('[')) {
      const items: Operand[] = [];
      while (!take(']')) {
        items.push(operand());
        if (!take(',') && !isMark(']')) fail();
      }
      return (facts) => items.map((item) => item(facts));
    }
    const token = tokens[at++];
    if (token?.kind === 'value') return () => token.value;
    return token?.kind === 'name' ? lookUp(token.name) : fail();
  };
  const comparison = (): Predicate => {
    if (take('not')) {
      const inner = comparison();
      return (facts) => !inner(facts);
    }
    if (take('(')) {
      const inner = either();
      if (!take(')')) fail();
      return inner;
    }
    const left = operand();
    const token = tokens[at];
    if (token?.kind !== 'mark' || !comparisons.includes(token.mark)) return (facts) => left(facts) === true;
    at += 1;
    const right = operand();
    return (facts) => compare(token.mark, left(facts), right(facts));
  };
  const both = (): Predicate => {
    const parts = [comparison()];
    while (take('and')) parts.push(comparison());
    return (facts) => parts.every((part) => part(facts));
  };
  function either(): Predicate {
    const parts = [both()];
    while (take('or')) parts.push(both());
    return (facts) => parts.some((part) => part(facts));
  }

  const whole = either();
  return at === tokens.length ? whole : fail();
}
