import { checkAtRest, neverForgotten } from '../invariants/at-rest';
import { isFlowsTurn } from '../invariants/reply-route';
import { isUnseen, nobodyWaitsUnseen } from '../invariants/unseen';
import { unreadableIsNamed } from '../invariants/unreadable';
import { BETWEEN_RECONCILES_MS } from './bounds';
import { count } from './observed';
import { reconcile } from './people';
import { flowUntilMs } from './studio-flow';
import type { Stage } from './stage';
import { object } from './view';

/** More than the stale limit of the design, and than the lease of the reconcile before. */
const STALE_MS = 65_000;
const MAX_RECONCILES = 5;
const MAX_ROUNDS = 5;

/** Late calls land, claims grow stale, and open desktops look after what is left. */
export async function rest(stage: Stage, when: string): Promise<void> {
  await untilClaimsAreStale(stage);
  neverForgotten(stage, `${when}, before reconcile`);
  for (let round = 0; round < MAX_RECONCILES; round += 1) {
    const asked = reconcile(stage);
    await stage.loop.untilQuiet();
    const outcome = await asked;
    const report = outcome.kind === 'answered' ? object(outcome.answer.body) : undefined;
    const flowHasMs = isFlowsTurn(stage) ? (flowUntilMs(stage) ?? 0) - stage.clock.nowMs() : 0;
    if (isNothingToDo(report) && flowHasMs === 0 && !isUnseen(stage) && isAtRest(stage, when)) break;
    if (flowHasMs > 0) count(stage.observed, 'a flow waited for');
    await stage.loop.pass(Math.max(BETWEEN_RECONCILES_MS, flowHasMs));
    await stage.loop.untilQuiet();
  }
  checkAtRest(stage, when);
  const judging = Promise.all([nobodyWaitsUnseen(stage, when), unreadableIsNamed(stage, when)]);
  await stage.loop.untilQuiet();
  await judging;
}

/** A new task may time out while time goes by, and the Function that hears of it may die: then it takes longer. */
async function untilClaimsAreStale({ loop, world, observed }: Stage): Promise<void> {
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const sinceMs = world.clock.nowMs();
    await loop.pass(STALE_MS);
    await loop.untilQuiet();
    if (!observed.invocations.some(({ startedAtMs }) => startedAtMs > sinceMs)) return;
  }
}

/** What is not due is looked at once in ten minutes: what is not whole yet may be so after the next look. */
function isAtRest(stage: Stage, when: string): boolean {
  const trial = { ...stage, observed: { ...stage.observed, violations: [] } };
  checkAtRest(trial, when);
  return trial.observed.violations.length === 0;
}

function isNothingToDo(report: ReturnType<typeof object>): boolean {
  return report?.status === 'reconciled' && [report.repairs, report.needsAPerson].every((lines) => isEmpty(lines));
}

const isEmpty = (lines: unknown): boolean => Array.isArray(lines) && lines.length === 0;
