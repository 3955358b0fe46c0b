import { compare, comparisons, type Comparison } from './expression-operators';
import { tokenise, unreadable, type Token } from './expression-tokens';

/** What an expression may look at. */
export interface Facts {
  readonly task?: unknown;
  readonly worker?: unknown;
  /** Where a name without `task.` or `worker.` is looked up; left out: nowhere, it is null. */
  readonly default?: 'task' | 'worker';
  /** What TaskRouter itself knows, by its first key: `workers.available` in skip_if, `taskrouter.currentHour`. */
  readonly extra?: Readonly<Record<string, unknown>>;
}

export type Predicate = (facts: Facts) => boolean;
type Operand = (facts: Facts) => unknown;

function pick(source: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined,
    source,
  );
}

function lookUp(path: readonly string[]): Operand {
  const [first = '', ...rest] = path;
  return (facts) => {
    if (facts.extra && Object.hasOwn(facts.extra, first)) return pick(facts.extra, path);
    if (first === 'task') return pick(facts.task, rest);
    if (first === 'worker') return pick(facts.worker, rest);
    return facts.default && pick(facts[facts.default], path);
  };
}

/** Reads one expression, token by token. */
class Reader {
  private at = 0;

  constructor(
    private readonly text: string,
    private readonly tokens: readonly Token[],
  ) {}

  isAtEnd(): boolean {
    return this.at === this.tokens.length;
  }

  /** AND binds tighter than OR, NOT tighter than both. */
  either(): Predicate {
    const parts = [this.both()];
    while (this.take('or')) parts.push(this.both());
    return (facts) => parts.some((part) => part(facts));
  }

  private both(): Predicate {
    const parts = [this.comparison()];
    while (this.take('and')) parts.push(this.comparison());
    return (facts) => parts.every((part) => part(facts));
  }

  private comparison(): Predicate {
    if (this.take('not')) {
      const inner = this.comparison();
      return (facts) => !inner(facts);
    }
    if (this.take('(')) {
      const inner = this.either();
      if (!this.take(')')) throw unreadable(this.text);
      return inner;
    }
    const left = this.operand();
    const operator = this.operator();
    if (operator === undefined) return (facts) => left(facts) === true;
    const right = this.operand();
    return (facts) => compare(operator, left(facts), right(facts));
  }

  private operator(): Comparison | undefined {
    if (this.take('not')) {
      if (!this.take('in')) throw unreadable(this.text);
      return 'not in';
    }
    return comparisons.find((known) => this.take(known));
  }

  private operand(): Operand {
    if (this.take('[')) return this.list();
    const token = this.tokens[this.at++];
    if (token?.kind === 'value') return () => token.value;
    if (token?.kind === 'name') return lookUp(token.path);
    throw unreadable(this.text);
  }

  private list(): Operand {
    const items: Operand[] = [];
    while (!this.take(']')) {
      items.push(this.operand());
      if (!this.take(',') && !this.isNext(']')) throw unreadable(this.text);
    }
    return (facts) => items.map((item) => item(facts));
  }

  private isNext(mark: string): boolean {
    const token = this.tokens[this.at];
    return token?.kind === 'mark' && token.mark === mark;
  }

  private take(mark: string): boolean {
    const isThere = this.isNext(mark);
    if (isThere) this.at += 1;
    return isThere;
  }
}

/**
 * Parses a TaskRouter expression: comparisons, IN, NOT IN, HAS, CONTAINS, AND, OR, NOT, parentheses.
 * https://www.twilio.com/docs/taskrouter/expression-syntax
 */
export function parseExpression(text: string): Predicate {
  const reader = new Reader(text, tokenise(text));
  const whole = reader.either();
  if (!reader.isAtEnd()) throw unreadable(text);
  return whole;
}
