import type { Terminal } from '../../flex-config/terminal';
import { DeployError } from '../deploy-error';
import type { Outcome } from '../outcome';
import { calibrationOf, writeCalibration } from './calibration-file';
import { cleanUp, type Cleaned } from './clean-up';
import { concludeAll, type Reasons } from './conclude';
import { follow, Interrupted, reasonOf, type Edge, type Told } from './follow';
import { GROUPS } from './groups/all-groups';
import type { Group } from './groups/group';
import { latenciesOf } from './latencies';
import { describePlan, minutes } from './plan';
import type { Which } from './removals';
import { describeLatencies, describeReport } from './report';
import { prepare, readGround, type Ground, type Site } from './site';
import { Refused, type Sighting } from './steps';

export interface Calibrating {
  readonly edge: Edge;
  readonly terminal: Terminal;
  /** Eight hexadecimal digits. */
  readonly runId: string;
  /** How often each question is asked, where that is quick. */
  readonly times: number;
  /** Where the answers go. */
  readonly file: string;
  /** All of them, unless a test brings others. */
  readonly groups?: readonly Group[];
}

/** What a run has seen and measured so far. */
interface Run extends Told {
  readonly sightings: Sighting[];
  readonly durations: Map<string, number[]>;
}

function newRun(): Run {
  const sightings: Sighting[] = [];
  const durations = new Map<string, number[]>();
  return {
    sightings,
    durations,
    saw: (sighting) => void sightings.push(sighting),
    timed(kind, durationMs) {
      durations.set(kind, [...(durations.get(kind) ?? []), durationMs]);
    },
  };
}

async function groundOf(edge: Edge, told: Told): Promise<Ground> {
  try {
    return await follow(readGround(), edge, told);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    throw new DeployError('twilio-refused', `The account cannot be read: ${error.message}`, { cause: error });
  }
}

/** Shows the plan, asks, asks the account, cleans up whatever happened, and says what the account showed. */
export async function calibrate(calibrating: Calibrating): Promise<Outcome> {
  const { edge, terminal, runId } = calibrating;
  const run = newRun();
  const ground = await groundOf(edge, run);
  for (const line of describePlan(calibrating)) terminal.print(line);
  if (!(await terminal.confirm('Ask this account?'))) return { exitCode: 1, lines: ['Nothing was made.'] };

  const asked = await askAll(calibrating, ground, run).catch((error: unknown) => {
    if (error instanceof Interrupted) return 'interrupted' as const;
    return { error };
  });
  const left = await tidy(calibrating, ground, { runId });
  if (asked === 'interrupted') return { exitCode: 1, lines: ['Interrupted: nothing was written.', ...left] };
  if ('error' in asked) throw asked.error;
  if ('refused' in asked) return { exitCode: 1, lines: [`Nothing could be asked: ${asked.refused}.`, ...left] };
  const lines = conclusionsOf(calibrating, run, asked.reasons);
  return { exitCode: left.length > 0 ? 1 : 0, lines: [...lines, ...left] };
}

async function askAll(
  { edge, terminal: { print }, runId, times, groups = GROUPS }: Calibrating,
  ground: Ground,
  run: Run,
): Promise<{ reasons: Reasons } | { refused: string }> {
  const made: Site[] = [];
  const why = await reasonOf(async () => made.push(await follow(prepare(ground, runId), edge, run)));
  const [site] = made;
  if (!site) return { refused: why ?? '' };
  print('✓ Shared things are made');
  const reasons: Record<string, string> = {};
  for (const group of groups) {
    const rounds = group.repeats ? times : 1;
    for (let round = 0; round < rounds; round += 1) {
      if (group.seconds >= LONG_SECONDS) print(`… ${group.title} takes ${minutes(group.seconds)}`);
      const failed = await reasonOf(() => follow(group.ask(site, round), edge, run));
      if (failed !== undefined) Object.assign(reasons, reasonsOf([group], failed));
      print(
        `${failed === undefined ? '✓' : '?'} ${group.title}, ${round + 1} of ${rounds}${failed ? `: ${failed}` : ''}`,
      );
    }
  }
  return { reasons };
}

/** Who waits longer for a line thinks that it hangs. */
const LONG_SECONDS = 30;

const reasonsOf = (groups: readonly Group[], why: string): Reasons =>
  Object.fromEntries(groups.flatMap(({ questions }) => questions.map((name) => [name, why])));

/** Nothing stops this but a second Ctrl-C. The lines say what is left. */
async function tidy({ edge, terminal }: Calibrating, ground: Ground, which: Which): Promise<string[]> {
  const untiring = { ...edge, signal: new AbortController().signal };
  const cleaned = await follow(cleanUp(ground, which), untiring, newRun());
  terminal.print(`✓ ${cleaned.removed} things removed again`);
  return leftLines(cleaned);
}

function leftLines({ left }: Cleaned): string[] {
  if (left.length === 0) return [];
  return [`Still there: ${left.join('; ')}.`, 'Run it again with --clean to remove what is left.'];
}

function conclusionsOf({ edge, file }: Calibrating, run: Run, reasons: Reasons): string[] {
  const concluded = concludeAll(run.sightings, reasons);
  const latencies = latenciesOf(run.durations);
  const at = new Date(edge.clock.nowMs()).toISOString();
  writeCalibration(file, calibrationOf(concluded, { at, latencies }));
  return [
    ...describeReport(concluded),
    ...describeLatencies(latencies),
    `Written to ${file}. The local Twilio behaves so with: npm start -- --calibration ${file}`,
  ];
}

/** `--clean`: removes what runs have left that were killed. */
export async function cleanAll({ edge, terminal }: Pick<Calibrating, 'edge' | 'terminal'>): Promise<Outcome> {
  const ground = await groundOf(edge, newRun());
  if (!(await terminal.confirm('Remove everything that is named "park-interaction calibration"?')))
    return { exitCode: 1, lines: ['Nothing was removed.'] };
  const cleaned = await follow(cleanUp(ground, 'all'), edge, newRun());
  const left = leftLines(cleaned);
  return { exitCode: left.length > 0 ? 1 : 0, lines: [`${cleaned.removed} things removed.`, ...left] };
}
