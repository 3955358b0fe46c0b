import { checkAtRest, neverForgotten } from '../invariants/at-rest';
import { reconcile } from './people';
import type { Stage } from './stage';
import { object } from './view';

/** More than the stale limit of the design, and than the lease of the reconcile before. */
const STALE_MS = 65_000;
const BETWEEN_RECONCILES_MS = 65_000;
const MAX_RECONCILES = 5;

/** Late calls land, claims grow stale, and open desktops look after what is left. */
export async function rest(stage: Stage, when: string): Promise<void> {
  await stage.loop.pass(STALE_MS);
  await stage.loop.untilQuiet();
  neverForgotten(stage, `${when}, before reconcile`);
  for (let round = 0; round < MAX_RECONCILES; round += 1) {
    const asked = reconcile(stage);
    await stage.loop.untilQuiet();
    const outcome = await asked;
    const report = outcome.kind === 'answered' ? object(outcome.answer.body) : undefined;
    if (isNothingToDo(report)) break;
    await stage.loop.pass(BETWEEN_RECONCILES_MS);
    await stage.loop.untilQuiet();
  }
  checkAtRest(stage, when);
}

function isNothingToDo(report: ReturnType<typeof object>): boolean {
  return report?.status === 'reconciled' && [report.repairs, report.needsAPerson].every((lines) => isEmpty(lines));
}

const isEmpty = (lines: unknown): boolean => Array.isArray(lines) && lines.length === 0;
