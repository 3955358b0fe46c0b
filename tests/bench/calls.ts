import { parkPath, unparkPath, wakePath, type Path, warmCalls } from '../integration/functions/support/critical-path';
import { warmUp } from '../integration/functions/support/desk';
import { table } from '../integration/functions/support/table';

const DEFAULT_LATENCY_MS = 120;

/** What the public reference implementation needs for the same, in calls one after the other. */
const REFERENCE = {
  park: { reached: 3, answered: 6 },
  wake: { reached: 3, answered: 4 },
  unpark: { reached: 4, answered: 5 },
} as const;
const REACHED = { park: 'the agent is free', wake: 'the task is there', unpark: 'the task is there' } as const;

type Operation = keyof typeof REFERENCE;

const run: Record<Operation, (options: { latencyMs: number; list: boolean }) => Promise<Path>> = {
  park: (options) => parkPath({ ...options, hasMap: true }),
  wake: wakePath,
  unpark: unparkPath,
};

const ratio = (ours: number, theirs: number) => `${(ours / theirs).toFixed(2)} × ${theirs}`;

async function rowOf(operation: Operation, options: { latencyMs: number; list: boolean }): Promise<string[]> {
  const { calls, reached, answered, reachedMs, answeredMs } = await run[operation](options);
  const reference = REFERENCE[operation];
  return [
    operation,
    options.list ? 'on' : 'off',
    String(calls),
    REACHED[operation],
    `${reached} (${reachedMs} ms)`,
    ratio(reached, reference.reached),
    `${answered} (${answeredMs} ms)`,
    ratio(answered, reference.answered),
  ];
}

/** Prints calls and critical path of each operation: `npm run bench -- [latency of a call in ms]`. */
async function main(): Promise<void> {
  const latencyMs = Number(process.argv[2] ?? DEFAULT_LATENCY_MS);
  if (!Number.isInteger(latencyMs) || latencyMs < 1 || latencyMs > 1_000)
    throw new RangeError('the latency is a whole number of milliseconds from 1 to 1000');
  await warmUp();
  const rows: string[][] = [];
  for (const operation of ['park', 'wake', 'unpark'] as const)
    for (const list of [true, false]) rows.push(await rowOf(operation, { latencyMs, list }));
  console.log(`Each Twilio call takes ${latencyMs} ms of virtual time; the token check is a call. In a row:\n`);
  const ours = ['operation', 'list', 'calls', 'reached when', 'reached after', 'of the reference'];
  console.log(table([...ours, 'answered after', 'of the reference'], rows));
  const { park, wake, unpark } = await warmCalls();
  console.log('\nIn all, in warm containers, with the list:\n');
  console.log(table(['park', 'wake', 'unpark'], [[park, wake, unpark].map(String)]));
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
