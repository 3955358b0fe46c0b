import { TwilioError } from '../../../kernel/errors';

export type Matches = (data: Readonly<Record<string, unknown>>) => boolean;

type Operator = 'eq' | 'not_eq' | 'in' | 'not_in' | 'contains';

const operators: Readonly<Record<string, Operator>> = {
  '==': 'eq',
  eq: 'eq',
  '!=': 'not_eq',
  not_eq: 'not_eq',
  in: 'in',
  not_in: 'not_in',
  contains: 'contains',
};

const pattern = /\s*(?:"((?:[^"\\]|\\.)*)"|(&&|\|\||==|!=|\(|\)|\[|\]|,)|([^\s"()[\],=!&|]+))/y;

type Token = { readonly text: string } | { readonly word: string };

const invalid = (query: string): TwilioError => new TwilioError(400, 54507, `Invalid query: ${query}`);

function tokenise(query: string): readonly Token[] {
  const tokens: Token[] = [];
  const end = query.trimEnd().length;
  pattern.lastIndex = 0;
  while (pattern.lastIndex < end) {
    const found = pattern.exec(query);
    if (!found) throw invalid(query);
    const [, text, mark, word] = found;
    tokens.push(text === undefined ? { word: mark ?? word ?? '' } : { text: text.replace(/\\(.)/g, '$1') });
  }
  return tokens;
}

/** Values of a field: `data.attributes.skills` of a list has several. */
function valuesOf(data: Readonly<Record<string, unknown>>, field: string): readonly string[] {
  const held = field
    .split('.')
    .reduce<unknown>(
      (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
      { data },
    );
  const all: readonly unknown[] = Array.isArray(held) ? held : [held];
  return all.filter((one) => one !== undefined && one !== null).map(String);
}

function condition(field: string, operator: Operator, wanted: readonly string[]): Matches {
  const isAmong: Matches = (data) => valuesOf(data, field).some((value) => wanted.includes(value));
  switch (operator) {
    case 'eq':
    case 'in':
      return isAmong;
    case 'not_eq':
    case 'not_in':
      return (data) => !isAmong(data);
    case 'contains': {
      const part = wanted[0]?.toLowerCase() ?? '';
      return (data) => valuesOf(data, field).some((value) => value.toLowerCase().includes(part));
    }
  }
}

class Reader {
  private at = 0;

  constructor(
    private readonly query: string,
    private readonly tokens: readonly Token[],
  ) {}

  whole(): Matches {
    const matches = this.either();
    if (this.at < this.tokens.length) throw invalid(this.query);
    return matches;
  }

  private either(): Matches {
    const parts = [this.both()];
    while (this.take('or', '||')) parts.push(this.both());
    return (data) => parts.some((part) => part(data));
  }

  private both(): Matches {
    const parts = [this.one()];
    while (this.take('and', '&&')) parts.push(this.one());
    return (data) => parts.every((part) => part(data));
  }

  private one(): Matches {
    if (this.take('(')) {
      const inner = this.either();
      if (!this.take(')')) throw invalid(this.query);
      return inner;
    }
    const field = this.word();
    const operator = operators[this.word().toLowerCase()];
    if (!operator) throw invalid(this.query);
    return condition(field, operator, operator === 'in' || operator === 'not_in' ? this.list() : [this.text()]);
  }

  private list(): readonly string[] {
    if (!this.take('[')) throw invalid(this.query);
    const items: string[] = [];
    while (!this.take(']')) {
      items.push(this.text());
      this.take(',');
    }
    return items;
  }

  private text(): string {
    const token = this.tokens[this.at++];
    if (!token || !('text' in token)) throw invalid(this.query);
    return token.text;
  }

  private word(): string {
    const token = this.tokens[this.at++];
    if (!token || !('word' in token)) throw invalid(this.query);
    return token.word;
  }

  private take(...words: readonly string[]): boolean {
    const token = this.tokens[this.at];
    const isThere = token !== undefined && 'word' in token && words.includes(token.word.toLowerCase());
    if (isThere) this.at += 1;
    return isThere;
  }
}

/**
 * `data.attributes.team == "red" AND data.activity_name NOT_IN ["Offline"]`; an empty query matches all. Throws 54507.
 * https://www.twilio.com/docs/sync/live-query
 */
export function parseQuery(query: string): Matches {
  const tokens = tokenise(query);
  return tokens.length === 0 ? () => true : new Reader(query, tokens).whole();
}
