import type { JsonObject } from '../../flex-config/merge';
import { nameOf, type WorkflowDocument } from './configuration';
import { isReturnStep, queueOfFilter, returnStep, type Queue } from './return-steps';

/** What would become of a workflow. Pure: the same workflow gives the same plan. */
export interface StepsPlan {
  after: JsonObject;
  /** One line for each filter that comes or goes; none: there is nothing to do. */
  changes: string[];
  notes: string[];
}

export interface Steps {
  timeoutSeconds: number;
  /** Those that somebody is in. */
  staffed: readonly Queue[];
  /** Every queue of the workspace. */
  existing: readonly Queue[];
}

/** Steps of ours come first, since a workflow takes the first filter that fits a task. What is there stays as it is. */
export function planToAdd(document: WorkflowDocument, { staffed, existing, timeoutSeconds }: Steps): StepsPlan {
  const exists = (filter: JsonObject) => existing.some(({ sid }) => sid === queueOfFilter(filter));
  const gone = document.filters.filter((filter) => isReturnStep(filter) && !exists(filter));
  const kept = document.filters.filter((filter) => !gone.includes(filter));
  const missing = staffed.filter(({ sid }) => !kept.some((filter) => queueOfFilter(filter) === sid));
  const added = missing.map((queue) => ({ queue, filter: returnStep(queue, { timeoutSeconds }) }));
  return {
    after: document.withFilters([...added.map(({ filter }) => filter), ...kept]),
    changes: [
      ...added.map(({ queue, filter }) => `+ filter "${nameOf(filter)}": ${whatItDoes(queue, timeoutSeconds)}`),
      ...gone.map((filter) => `- filter "${nameOf(filter)}": its queue does not exist any more`),
    ],
    notes: [
      ...alreadyThere(kept.filter(isReturnStep).length),
      ...byOthers(kept, staffed),
      ...untouched(kept.filter((filter) => !isReturnStep(filter)).length),
    ],
  };
}

/** Takes out what this command has written, and what was copied from the example. */
export function planToRemove(document: WorkflowDocument, onlyQueues: readonly string[] = []): StepsPlan {
  const isMeant = (filter: JsonObject) =>
    isReturnStep(filter) && (onlyQueues.length === 0 || onlyQueues.includes(queueOfFilter(filter) ?? ''));
  const kept = document.filters.filter((filter) => !isMeant(filter));
  return {
    after: document.withFilters(kept),
    changes: document.filters.filter(isMeant).map((filter) => `- filter "${nameOf(filter)}"`),
    notes: untouched(kept.length),
  };
}

function whatItDoes({ friendlyName }: Queue, timeoutSeconds: number): string {
  const first = `the agent who parked, for up to ${timeoutSeconds} s and only if they can take it now`;
  return `${first}; then everybody in ${friendlyName}`;
}

/** Somebody else's filter for the same tasks may have its reasons. */
function byOthers(filters: readonly JsonObject[], staffed: readonly Queue[]): string[] {
  return staffed.flatMap(({ sid, friendlyName }) =>
    filters
      .filter((filter) => queueOfFilter(filter) === sid && !isReturnStep(filter))
      .map((filter) => `Tasks that come back to ${friendlyName} have the filter "${nameOf(filter)}", which stays.`),
  );
}

function untouched(count: number): string[] {
  if (count === 0) return [];
  return [count === 1 ? 'One other filter stays as it is.' : `${count} other filters stay as they are.`];
}

function alreadyThere(count: number): string[] {
  if (count === 0) return [];
  return [count === 1 ? 'One step of this kind is there already.' : `${count} steps of this kind are there already.`];
}
