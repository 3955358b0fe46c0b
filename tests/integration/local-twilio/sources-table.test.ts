/** @jest-environment node */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const TESTS = join(__dirname, '../..');
const numbered = (letter: string, last: number) => Array.from({ length: last }, (_, at) => `${letter}${at + 1}`);
const CASES = [
  'A01 A02 A03 A04 A05 A06 A07 A09 A11 B01 B04 B05 B06 B07 B08 B09 C01 C02 C03 C05',
  'C06 C07 C10 C12 C13 C14 C15 C16 C19 C20 D01 D02 D03 D04 D05 D07 D08',
].flatMap((line) => line.split(' '));

/** Rows of the table: which, and pairs of file and test name in backticks, or why there is none. */
const rows = readFileSync(join(__dirname, 'sources.md'), 'utf8')
  .split('\n')
  .flatMap((line) => {
    const id = /^\| ([A-Z]\d+) /.exec(line)?.[1];
    const pairs = [...line.matchAll(/`([\w/-]+)` `([^`]+)`/g)];
    const why = /\| not done: (\S.+) \|$/.exec(line)?.[1];
    return id ? [{ id, why, tests: pairs.map(([, file = '', name = '']) => ({ file, name })) }] : [];
  });

const sourceOf = (file: string): string => {
  const path = ['.test.ts', '.test.tsx'].map((end) => join(TESTS, `${file}${end}`)).find(existsSync);
  return path === undefined ? '' : readFileSync(path, 'utf8');
};

describe('the table of sources', () => {
  it('has a row for each finding and each case', () => {
    expect(rows.map(({ id }) => id)).toEqual([...numbered('T', 26), ...numbered('F', 14), ...CASES]);
  });

  it.each(rows)('names tests of $id that exist, or why there is none', ({ why, tests }) => {
    expect(tests.length > 0).toBe(why === undefined);
    for (const { file, name } of tests) {
      const exists = [`'${name}'`, `"${name}"`, `\`${name}\``].some((quoted) => sourceOf(file).includes(quoted));
      expect({ file, name, exists }).toEqual({ file, name, exists: true });
    }
  });
});
