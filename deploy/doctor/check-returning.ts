import { readDocument, nameOf } from '../workflow/configuration';
import { isReturnStep, queueOfFilter, takesEverything, timeoutOf } from '../workflow/return-steps';
import type { Facts, WorkflowFacts } from './facts';
import { green, yellow } from './lines';
import type { Line } from './lines';

const TITLE = 'Returning tasks';

/** In one sentence, what the workflow of new conversations does with one that comes back. */
export function checkReturning(facts: Facts): Line[] {
  const workflow = facts.workflows.find(({ sid }) => sid === facts.flex.targetWorkflowSid);
  const filters = workflow && filtersOf(workflow);
  if (!workflow || !filters) return [];
  const command = `npm run workflow -- --env ${facts.env}`;
  const { friendlyName, configuration } = workflow;
  const steps = filters.filter(isReturnStep);
  const [step] = steps;
  if (!step) {
    const usual = configuration.includes('originalRouting')
      ? `"${friendlyName}" has filters of its own for them`
      : `"${friendlyName}" routes them as if they were new`;
    return [green(TITLE, `${usual}; ${command} would offer them to the agent who parked`)];
  }
  const before = filters.slice(0, filters.indexOf(step)).find(takesEverything);
  if (before) {
    const found = `"${friendlyName}" routes them as if they were new: its filter "${nameOf(before)}" takes everything first`;
    return [yellow(TITLE, found, `Run ${command} --remove, then ${command}`)];
  }
  const covered = filters.map(queueOfFilter);
  const others = Object.entries(facts.queues).filter(([sid, { hasWorkers }]) => hasWorkers && !covered.includes(sid));
  const seconds = timeoutOf(step);
  const first = `"${friendlyName}" offers them to the agent who parked${seconds ? `, for up to ${seconds} s` : ''}`;
  if (others.length === 0) return [green(TITLE, `${first}, then to everybody in their queue`)];
  const names = others.map(([, queue]) => queue.friendlyName).join(', ');
  return [yellow(TITLE, `${first}, but not those of ${names}`, `Run ${command}`)];
}

/** What cannot be read has a line of its own. */
function filtersOf({ configuration }: WorkflowFacts) {
  try {
    return readDocument(configuration).filters;
  } catch {
    return undefined;
  }
}
