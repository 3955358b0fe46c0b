/** @jest-environment node */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const TESTS = join(__dirname, '../..');
const DEFECTS = Array.from({ length: 26 }, (_, at) => `D${at + 1}`);

interface Row {
  readonly defect: string;
  readonly tests: readonly { readonly file: string; readonly name: string }[];
}

/** Rows of the table: the defect, its sentence, and pairs of file and test name in backticks. */
const rows: Row[] = readFileSync(join(TESTS, 'defects.md'), 'utf8')
  .split('\n')
  .flatMap((line) => {
    const defect = /^\| (D\d+) /.exec(line)?.[1];
    const pairs = [...line.matchAll(/`([\w/-]+\.test\.tsx?)` `([^`]+)`/g)];
    return defect ? [{ defect, tests: pairs.map(([, file = '', name = '']) => ({ file, name })) }] : [];
  });

describe('the table of defects', () => {
  it('has a row for each', () => {
    expect(rows.map(({ defect }) => defect)).toEqual(DEFECTS);
  });

  it.each(rows)('names tests of $defect that exist', ({ tests }) => {
    expect(tests).not.toEqual([]);
    for (const { file, name } of tests) {
      const source = readFileSync(join(TESTS, file), 'utf8');
      expect({ file, name, exists: source.includes(`'${name}'`) }).toEqual({ file, name, exists: true });
    }
  });
});
