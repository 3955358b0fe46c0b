import { startPool, type Pool } from '../workers/pool';
import type { Mutant } from './mutant';
import { MUTANTS } from './mutants';

async function main(pool: Pool): Promise<boolean> {
  const { broken, runs } = await pool.hunt(undefined, []);
  const known = broken.map(({ schedule }) => schedule);
  console.log(`The product itself broke a rule in ${known.length} of ${runs} runs ${known.join('; ')}\n`);
  const wanted = MUTANTS.filter(({ name }) => name.includes(process.argv[2] ?? ''));
  const caught = await Promise.all(wanted.map((mutant) => isCaught(pool, mutant, known)));
  console.log(`\n${caught.filter(Boolean).length} of ${wanted.length} mutants caught`);
  return !caught.includes(false) && known.length === 0;
}

async function isCaught(pool: Pool, { name, equivalent }: Mutant, known: readonly string[]): Promise<boolean> {
  const { runs, broken } = await pool.hunt(name, known);
  const rule = broken[0]?.rule;
  console.log(`${name.padEnd(64)} ${rule ?? `NOT CAUGHT ${equivalent ?? ''}`} after ${runs} runs`);
  return rule !== undefined || equivalent !== undefined;
}

const pool = startPool();
void main(pool)
  .finally(() => pool.end())
  .then((passed) => {
    process.exitCode = passed ? 0 : 1;
  });
