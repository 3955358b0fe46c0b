import { isJsonObject, type JsonObject } from '../../flex-config/merge';
import { parseJsonObject } from '../../serverless-functions/src/parking/domain/lossless-json';
import { DeployError } from '../deploy-error';

/**
 * A workflow's configuration: its filters, and all the rest as it is. What is not ours goes back as it came, with every
 * key and digit. Source: twilio.com/docs/taskrouter/workflow-configuration
 */
export interface WorkflowDocument {
  filters: JsonObject[];
  /** The same document with other filters. */
  withFilters(filters: readonly JsonObject[]): JsonObject;
}

/** Throws a DeployError where the text is no configuration of a workflow. */
export function readDocument(text: string): WorkflowDocument {
  const whole = parseJsonObject(text);
  const routing = whole?.task_routing;
  const filters = isJsonObject(routing) ? (routing.filters ?? []) : undefined;
  if (!whole || !isJsonObject(routing) || !Array.isArray(filters) || !filters.every(isJsonObject)) {
    throw new DeployError(
      'plan-refused',
      'The configuration of the workflow cannot be read. Save it again in Console > TaskRouter > Workflows.',
    );
  }
  return { filters, withFilters: (others) => ({ ...whole, task_routing: { ...routing, filters: others } }) };
}

const NAME_KEYS = ['filter_friendly_name', 'friendly_name', 'filterFriendlyName', 'friendlyName'];

/** What a filter is called; older configurations name it by other keys. */
export function nameOf(filter: JsonObject): string {
  const name = NAME_KEYS.map((key) => filter[key]).find((held) => typeof held === 'string' && held !== '');
  return typeof name === 'string' ? name : expressionOf(filter);
}

export const expressionOf = ({ expression }: JsonObject): string => (typeof expression === 'string' ? expression : '');

export const targetsOf = ({ targets }: JsonObject): JsonObject[] =>
  Array.isArray(targets) ? targets.filter(isJsonObject) : [];
