import type { Described } from '../reads';
import { at, isNode, undescribedFields } from './definition';

/** The parameters of an operation, as its description has them. */
export function describedOf(operation: object): Described {
  const given = at(operation, 'parameters');
  const parameters = Array.isArray(given) ? given.filter(isNode) : [];
  const named = (place: string) => parameters.filter((one) => one.in === place).map(({ name }) => String(name));
  const content = at(operation, 'requestBody', 'content');
  const form = at(content, 'application/x-www-form-urlencoded', 'schema', 'properties');
  const isOpen = isNode(content) && !isNode(form);
  const fields = isNode(form) ? [...new Set([...Object.keys(form), ...undescribedFields(operation)])] : [];
  return { query: named('query'), headers: named('header'), fields: isOpen ? null : fields };
}
