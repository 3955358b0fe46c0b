import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { coverageTable } from '../account/coverage/table';

writeFileSync(join(__dirname, '../../COVERAGE.md'), coverageTable());
