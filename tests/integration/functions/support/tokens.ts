/** Tokens that nobody may act with, and what each is answered. */
export const badTokens = {
  none: undefined,
  empty: '',
  'made up': 'made-up',
  'of another account': 'eyJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJTSzAwMDAifQ.c2lnbmF0dXJl',
  'not ASCII': 'tökén-ключ',
  'with a line break': 'abc\r\nX-Admin: 1',
  oversized: 'x'.repeat(8_193),
  'a list': ['a', 'b'],
  'an object': { toString: 'x' },
} as const;

export type BadToken = keyof typeof badTokens;

/** What Twilio says about tokens that the local Twilio cannot issue. */
export const foreseenTokens: Readonly<Record<string, object>> = {
  'token-without-worker': { valid: true, identity: 'reporting', roles: ['supervisor', 'admin'] },
  'token-with-odd-worker': { valid: true, identity: 'odd', roles: ['agent'], worker_sid: 'WK1' },
  'token-without-roles': { valid: true, identity: 'ben_40example_2Ecom', worker_sid: `WK${'b'.repeat(32)}` },
};
