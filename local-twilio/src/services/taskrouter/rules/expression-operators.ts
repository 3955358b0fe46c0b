export const comparisons = ['==', '=', '!=', '<>', '>', '<', '>=', '<=', 'in', 'not in', 'has', 'contains'] as const;
export type Comparison = (typeof comparisons)[number];

const same = (one: unknown, other: unknown) => one === other || (one ?? null) === (other ?? null);
const isNothing = (value: unknown) => value === null || value === undefined;

/**
 * "Using scalar operators on Arrays results in false. Using array operators on two scalar values also returns false."
 * twilio.com/docs/taskrouter/expression-syntax
 */
export function compare(operator: Comparison, left: unknown, right: unknown): boolean {
  switch (operator) {
    case 'in':
      return Array.isArray(right) && !Array.isArray(left) && right.some((item) => same(item, left));
    case 'not in':
      return Array.isArray(right) && !Array.isArray(left) && !right.some((item) => same(item, left));
    case 'has':
      return Array.isArray(left) && !Array.isArray(right) && left.some((item) => same(item, right));
    default:
      return compareScalars(operator, left, right);
  }
}

function compareScalars(operator: Comparison, left: unknown, right: unknown): boolean {
  // A list can be compared with null: Twilio's own example asks `preferred_agents != null` of a list.
  // twilio.com/docs/taskrouter/lifecycle-task-workflows-and-assignment
  if ((Array.isArray(left) && !isNothing(right)) || (Array.isArray(right) && !isNothing(left))) return false;
  switch (operator) {
    case '==':
    case '=':
      return same(left, right);
    case '!=':
    case '<>':
      return !same(left, right);
    case 'contains':
      return isScalar(left) && isScalar(right) && String(left).includes(String(right));
    default:
      return ordered(operator, left, right);
  }
}

const isScalar = (value: unknown) => typeof value === 'string' || typeof value === 'number';

function ordered(operator: Comparison, left: unknown, right: unknown): boolean {
  if (typeof left === 'number' && typeof right === 'number') return isInOrder(operator, left - right);
  if (typeof left !== 'string' || typeof right !== 'string') return false;
  return isInOrder(operator, left < right ? -1 : left > right ? 1 : 0);
}

function isInOrder(operator: Comparison, difference: number): boolean {
  switch (operator) {
    case '>':
      return difference > 0;
    case '<':
      return difference < 0;
    case '>=':
      return difference >= 0;
    default:
      return difference <= 0;
  }
}
