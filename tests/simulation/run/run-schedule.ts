import { neverForgotten, nothingLeft, servedAtOnce, wholeAtOnce } from '../invariants/at-rest';
import type { FunctionLibrary } from '../functions/load-function';
import type { Schedule } from '../schedules/schedule';
import { putBack } from './another-version';
import { rest } from './coming-to-rest';
import { wrapUpCanEnd } from '../invariants/wrap-up';
import { bringOtherBack, checkSlotsAtLast } from './limit-at-last';
import { adopt, open } from './opening';
import { count, violate, type Violation } from './observed';
import { untilItsTime } from './its-time';
import { answerOffers, customerWrites, setAvailable } from './people';
import { playScript } from './script';
import { runSecondCycle } from './second-cycle';
import { createStage, customerOf, type Stage } from './stage';
import { viewOf } from './view';
import { completeWrapUps } from './wrap-up';

export interface RunResult {
  readonly schedule: Schedule;
  readonly violations: readonly Violation[];
  readonly counts: ReadonlyMap<string, number>;
  /** Calls of each invocation, by its name; how far a schedule can place something. */
  readonly calls: ReadonlyMap<string, number>;
  readonly reads: ReadonlyMap<string, ReadonlySet<number>>;
  readonly trace: () => string;
}

/** Plays one schedule to its end and judges it. */
export async function runSchedule(schedule: Schedule, library: FunctionLibrary): Promise<RunResult> {
  const stage = open(createStage(schedule, library));
  try {
    await play(stage);
  } catch (error) {
    violate(stage.observed, 'the run goes on to its end', error instanceof Error ? String(error.stack) : String(error));
  }
  const { violations, counts } = stage.observed;
  return {
    schedule,
    violations,
    counts,
    calls: stage.observed.calls,
    reads: stage.observed.reads,
    trace: stage.trace.text,
  };
}

async function play(stage: Stage): Promise<void> {
  await playScript(stage);
  neverForgotten(stage, 'after the script');
  servedAtOnce(stage);
  wholeAtOnce(stage);
  if (stage.schedule.ttlPasses && isParked(stage)) await stage.loop.pass(25 * 60 * 60_000);
  await rest(stage, 'at rest');
  await untilItsTime(stage);
  await acceptEverything(stage, 'after accepting');
  stage.calmDown();
  putBack(stage);
  await laterMessage(stage);
  await endWrapUps(stage, 'after the later message');
  await bringOtherBack(stage);
  await runSecondCycle(stage);
  await endWrapUps(stage, 'after the second cycle');
  await checkSlotsAtLast(stage);
}

/** In fair weather whoever still wraps up completes their task. */
async function endWrapUps(stage: Stage, when: string): Promise<void> {
  if (!stage.schedule.wrapUp) return;
  const completing = completeWrapUps(stage);
  await stage.loop.untilQuiet();
  await completing;
  wrapUpCanEnd(stage, when);
}

function isParked({ world, conversation }: Stage): boolean {
  return conversation.state !== 'closed' && viewOf(world, conversation).record?.state === 'parked';
}

/** Everybody is there and takes what they are offered; then nothing of parking may be left. */
async function acceptEverything(stage: Stage, when: string): Promise<void> {
  setAvailable(stage, 'ada', true);
  setAvailable(stage, 'ben', true);
  await stage.loop.untilQuiet();
  for (let round = 0; round < 3 && answerOffers(stage, 'accept'); round += 1) await stage.loop.untilQuiet();
  const view = viewOf(stage.world, stage.conversation);
  if (view.agents.length === 0 || view.conversation.state === 'closed') return;
  await rest(stage, when);
  nothingLeft(stage, viewOf(stage.world, stage.conversation), when);
}

/** The customer writes once more, as customers do; wherever the conversation is, somebody must take care of it. */
async function laterMessage(stage: Stage): Promise<void> {
  stage.trace.add('run', 'A LATER MESSAGE');
  count(stage.observed, 'a later message');
  if (stage.conversation.state === 'closed') return startAnew(stage);
  customerWrites(stage);
  await stage.loop.untilQuiet();
  await rest(stage, 'after a later message');
  await acceptEverything(stage, 'after accepting the later message');
}

/** A closed conversation never comes back: the customer's next message starts a new one. */
async function startAnew(stage: Stage): Promise<void> {
  customerWrites(stage);
  const conversation = stage.world.customers.current(customerOf(stage.schedule));
  if (!conversation) return violate(stage.observed, 'not lost at rest', 'the next message started no conversation');
  adopt(stage, conversation);
  await acceptEverything(stage, 'in a new conversation');
}
