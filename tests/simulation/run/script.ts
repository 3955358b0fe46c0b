import type { Step } from '../schedules/schedule';
import { act } from './actions';
import { later } from './people';
import type { Stage } from './stage';

/** Runs the steps of the schedule, each when its moment comes; those whose moment never comes are done at the end. */
export async function playScript(stage: Stage): Promise<void> {
  const waiting = new Set<Step>();
  const fire = (step: Step, delayMs: number) => {
    waiting.delete(step);
    later(stage, delayMs, () => act(stage, step.action));
  };
  for (const step of stage.schedule.steps) {
    if (step.when.at === 'time') fire(step, step.when.ms);
    else waiting.add(step);
  }
  stage.hooks.onEffect = (invocation, call) => {
    for (const step of waiting)
      if (step.when.at === 'call' && step.when.invocation === invocation && step.when.call === call) fire(step, 0);
  };
  stage.hooks.onAnswer = (invocation) => {
    for (const step of waiting)
      if (step.when.at === 'answer' && step.when.invocation === invocation) fire(step, step.when.ms);
  };
  await stage.loop.untilQuiet();
  for (const step of [...waiting]) {
    if (!waiting.has(step)) continue;
    fire(step, 1_000);
    await stage.loop.untilQuiet();
  }
}
