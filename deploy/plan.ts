import type { AccountState } from './state';
import type { Step, StepPlan, Wanted } from './steps/step';

export interface PlannedStep {
  step: Step;
  plan: StepPlan;
}

/** What a deployment would do to an account. Pure. */
export function planDeployment(steps: readonly Step[], state: AccountState, wanted: Wanted): PlannedStep[] {
  return steps.map((step) => ({ step, plan: step.plan(state, wanted) }));
}

export const isNothingToDo = (planned: readonly PlannedStep[]): boolean =>
  planned.every(({ plan }) => plan.changes.length === 0);

/** What to ask before another environment of ours loses something; undefined: it loses nothing. */
export function takeOverQuestion(planned: readonly PlannedStep[]): string | undefined {
  const all = planned.flatMap(({ plan }) => plan.takesOver ?? []);
  if (all.length === 0) return undefined;
  const names = [...new Set(all.map(({ from }) => `"${from.name}"`))];
  return `Take over ${all.map(({ what }) => what).join(', ')} from ${names.join(' and ')}?`;
}

/** The plan as a person reads it. */
export function describePlan(planned: readonly PlannedStep[]): string[] {
  return planned.flatMap(({ step, plan }) => {
    const lines = plan.changes.length > 0 ? plan.changes : plan.refused ? [] : ['nothing to do'];
    return [
      step.title,
      ...lines.map((line) => `  ${line}`),
      ...(plan.takesOver ?? []).map(({ what, from }) => `  takes over from "${from.name}": ${what} (${from.domain})`),
      ...(plan.notes ?? []).map((line) => `  note: ${line}`),
      ...(plan.refused ? [`  refused: ${plan.refused}`] : []),
    ];
  });
}
