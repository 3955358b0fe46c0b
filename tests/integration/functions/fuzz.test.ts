/** @jest-environment node */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

import fc from 'fast-check';

import { ERRORS } from '../../../serverless-functions/src/contract/error-codes';
import { errorAnswer } from '../../../serverless-functions/src/contract/error-answer';
import { WARM_UP_MS, warmUp } from './support/desk';
import { openFloor, type Floor } from './support/floor';
import { requests } from './support/fuzz-inputs';
import type { Answer } from './support/run-function';
import { print, table } from './support/table';
import { stateOf } from './support/world-state';

/** `npm run fuzz` sets FUZZ_RUNS to 10000; FUZZ_SEED repeats a run that failed. */
const RUNS = Number(process.env.FUZZ_RUNS ?? 1_000);
const SEED = Number(process.env.FUZZ_SEED ?? Date.now() % 1_000_000_007);

const FUNCTIONS = join(__dirname, '../../../serverless-functions/dist/functions');
const paths = ['flex', 'webhooks'].flatMap((folder) =>
  readdirSync(join(FUNCTIONS, folder)).map((name) => `${folder}/${name.replace(/(\.protected)?\.js$/, '')}`),
);

/** A park that is found to be over is ended there and then, and the agent is told: the one refusal that tidies up. */
const TIDIES = ['conversation-closed'];

const counts = new Map<string, Map<string, number>>();
const unhandled: unknown[] = [];
const note = (reason: unknown) => void unhandled.push(reason);

beforeAll(async () => {
  await warmUp();
  process.on('unhandledRejection', note);
}, WARM_UP_MS);
afterAll(() => {
  process.off('unhandledRejection', note);
  const rows = [...counts].map(([path, by]) => [
    path,
    String([...by.values()].reduce((sum, count) => sum + count, 0)),
    [...by].map(([outcome, count]) => `${outcome} ${count}`).join(', '),
  ]);
  print(`What came of arbitrary requests (seed ${SEED})`, table(['Function', 'requests', 'answers'], rows));
});

/** The stable word of an answer, after checking that it keeps the contract. */
function outcomeOf({ status, body }: Answer, log: string | undefined): string {
  if (status === 200) {
    expect(body).toMatchObject({ status: expect.any(String) });
    return (body as { status: string }).status;
  }
  const { code, names } = errorAnswer.parse(body);
  // Only who is told of somebody else's change is told of what.
  const about = code === 'settings-changed' && names ? { names } : {};
  expect(body).toEqual({ code, message: ERRORS[code].message, ...about });
  expect(status).toBe(ERRORS[code].status);
  // The log says what broke.
  expect(code === 'internal-error' ? log : code).toBe(code);
  return code;
}

/** Whether there is still something to park and something to unpark. */
function isAsOpened({ desk, adaServes, benServes, adaParked, benParked }: Floor): boolean {
  const served = [adaServes, benServes].every(
    ({ taskSid }) => desk.world.taskRouter.findTask(taskSid)?.assignmentStatus === 'assigned',
  );
  return served && [adaParked, benParked].every((park) => desk.record(park.conversationSid)?.state === 'parked');
}

describe('arbitrary requests', () => {
  it.each(paths)(
    '%s answers each with JSON and a known code, and a refused one changes nothing',
    async (path) => {
      let floor: Floor = await openFloor();
      let before = JSON.stringify(stateOf(floor.desk.world));
      const by = new Map<string, number>();
      counts.set(path, by);
      // SIDs and tokens are the same on every floor, so inputs made for one fit the next.
      const request = requests(floor, path);

      await fc.assert(
        fc.asyncProperty(request, async (fields) => {
          const writesBefore = floor.desk.writeRequests();
          const answer = await floor.desk.call(path, fields);
          expect(() => JSON.stringify(answer.body)).not.toThrow();
          const outcome = outcomeOf(answer, floor.desk.logs.at(-1));
          by.set(outcome, (by.get(outcome) ?? 0) + 1);
          // Who sends nothing but reads cannot have changed anything.
          if (floor.desk.writeRequests() === writesBefore) return;
          await floor.desk.settled();
          const after = JSON.stringify(stateOf(floor.desk.world));
          if (answer.status !== 200 && !TIDIES.includes(outcome)) expect(after).toBe(before);
          if (!isAsOpened(floor)) floor = await openFloor();
          before = after === before ? before : JSON.stringify(stateOf(floor.desk.world));
        }),
        { numRuns: RUNS, seed: SEED, endOnFailure: true },
      );
      expect(unhandled).toEqual([]);
      expect([...by.values()].reduce((sum, count) => sum + count, 0)).toBe(RUNS);
    },
    60_000 + RUNS * 60,
  );
});
