import { otherSwitches, type Switches } from '../../../../local-twilio/src/kernel/switches';

type Turned = Partial<Switches>;
type SwitchName = keyof typeof otherSwitches;

const isSwitch = (name: string): name is SwitchName => name in otherSwitches;

let turned: Turned = {};
let asked = new Set<SwitchName>();

/** The switches of a new world in the position that runs; the given ones stay as the test names them. */
export function eitherWay(fixed: Turned = {}) {
  return {
    switches: { ...turned, ...fixed },
    switchAsked(name: string): void {
      if (isSwitch(name) && !(name in fixed)) asked.add(name);
    },
  };
}

type Run = (position: Turned) => unknown;

async function runAs(position: Turned, run: Run): Promise<void> {
  turned = position;
  try {
    await run(position);
  } catch (error) {
    // Seen in the test's failure: which position it is that fails.
    if (error instanceof Error) error.message = `with ${JSON.stringify(position)}: ${error.message}`;
    throw error;
  } finally {
    turned = {};
  }
}

/**
 * Runs it with the defaults, then with each switch turned on which something in that run depended, then with all
 * turned. What no rule asked for cannot make a difference, since nothing here is left to chance or to the clock.
 */
export async function everyWay(run: Run): Promise<void> {
  asked = new Set();
  await runAs({}, run);
  const depended = [...asked];
  for (const name of depended) await runAs({ [name]: otherSwitches[name] }, run);
  if (depended.length > 0) await runAs(otherSwitches, run);
}

type Args<Row> = Row extends readonly unknown[] ? [...Row] : [Row];

/** Stands for jest's `it`: the same test, under both behaviours of every switch that matters to it. */
export const it = Object.assign(
  (name: string, run: Run, timeoutMs?: number) => test(name, () => everyWay(run), timeoutMs),
  {
    each:
      <const Row>(rows: readonly Row[]) =>
      (name: string, run: (...row: Args<Row>) => unknown, timeoutMs?: number) =>
        test.each<Row>(rows)(name, (...row: unknown[]) => everyWay(() => run(...(row as Args<Row>))), timeoutMs),
  },
);
