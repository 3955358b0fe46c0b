/** @jest-environment node */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { editsOf, mutate } from './mutant';
import { MUTANTS } from './mutants';

const SOURCE = join(__dirname, '../../../serverless-functions/src');

describe('the mutants of the protocol', () => {
  it.each(MUTANTS)('changes the product as it is: $name', (mutant) => {
    for (const edit of editsOf(mutant)) {
      const source = readFileSync(join(SOURCE, edit.file), 'utf8');
      expect(mutate(source, edit)).not.toBe(source);
    }
  });
});
