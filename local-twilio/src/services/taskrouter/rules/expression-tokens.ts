import { TwilioError } from '../../../kernel/errors';

export type Token =
  | { readonly kind: 'value'; readonly value: unknown }
  | { readonly kind: 'name'; readonly path: readonly string[] }
  | { readonly kind: 'mark'; readonly mark: string };

export const unreadable = (text: string): TwilioError =>
  new TwilioError(400, 20001, `Cannot read the expression ${text}`);

/**
 * Words before names, so that `IN["a"]` is no index. A name is keys joined by dots, with indexes in square brackets;
 * hyphens are not supported: https://www.twilio.com/docs/taskrouter/expression-syntax
 */
const pattern =
  /\s*(?:("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|(-?(?:\d+(?:\.\d+)?|\.\d+))(?![\w$])|(==|!=|<>|>=|<=|>|<|=|\(|\)|\[|\]|,)|(and|or|not|in|has|contains|true|false|null)(?![\p{L}\w$.-])|([\p{L}_$][\p{L}\w$]*(?:\.[\p{L}_$][\p{L}\w$]*|\[\d+\])*))/iuy;

export function tokenise(text: string): readonly Token[] {
  const tokens: Token[] = [];
  const end = text.trimEnd().length;
  pattern.lastIndex = 0;
  while (pattern.lastIndex < end) {
    const found = pattern.exec(text);
    if (!found) throw unreadable(text);
    tokens.push(tokenOf(found));
  }
  return tokens;
}

function tokenOf([, quoted, number, mark, word, name]: RegExpExecArray): Token {
  if (quoted !== undefined) return { kind: 'value', value: quoted.slice(1, -1).replace(/\\(.)/g, '$1') };
  if (number !== undefined) return { kind: 'value', value: Number(number) };
  if (mark !== undefined) return { kind: 'mark', mark };
  if (word !== undefined) return wordToken(word.toLowerCase());
  return { kind: 'name', path: (name ?? '').replace(/\[(\d+)\]/g, '.$1').split('.') };
}

function wordToken(word: string): Token {
  if (word === 'true' || word === 'false') return { kind: 'value', value: word === 'true' };
  return word === 'null' ? { kind: 'value', value: null } : { kind: 'mark', mark: word };
}
