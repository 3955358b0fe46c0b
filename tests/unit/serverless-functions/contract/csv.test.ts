/** @jest-environment node */
import fc from 'fast-check';

import { csvOf } from '../../../../serverless-functions/src/contract/csv';

/** What RFC 4180 says, read back: quoted fields only. */
function parsed(csv: string): string[][] {
  return csv
    .split(/\r\n(?=(?:[^"]*"[^"]*")*[^"]*$)/)
    .slice(0, -1)
    .map((line) => [...line.matchAll(/"((?:[^"]|"")*)"(?:,|$)/g)].map(([, field = '']) => field.replaceAll('""', '"')));
}

const texts = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom(...'",=+-@\t\r\n \'a＝1') }));

describe('comma-separated values', () => {
  it('are quoted, line by line', () => {
    expect(
      csvOf([
        ['a', 'b "c"'],
        ['d,e', ''],
      ]),
    ).toBe('"a","b ""c"""\r\n"d,e",""\r\n');
  });

  it.each(['=1+1', '+491701234567', '-2', '@SUM(A1)', '\t=1', '  =1', '\r=1', '\n=1', '＝1', '＋1', '－1', '＠a'])(
    'keep %j from being calculated',
    (text) => {
      expect(parsed(csvOf([[text]]))).toEqual([[`'${text}`]]);
    },
  );

  it.each(['Grace', 'grace@example.com', '2026-11-28', "it's", '1=1', ''])('leave %j as it is', (text) => {
    expect(parsed(csvOf([[text]]))).toEqual([[text]]);
  });

  it('say what was put in, whatever it was, and never begin a field as a formula does', () => {
    fc.assert(
      fc.property(fc.array(fc.array(texts, { minLength: 1, maxLength: 4 }), { maxLength: 4 }), (rows) => {
        const read = parsed(csvOf(rows));
        expect(read.map((row) => row.length)).toEqual(rows.map((row) => row.length));
        rows.flat().forEach((text, at) => {
          const field = read.flat()[at] ?? '';
          expect([text, `'${text}`]).toContain(field);
          expect(field.trimStart()).not.toMatch(/^[=+\-@＝＋－＠]/);
        });
      }),
    );
  });
});
