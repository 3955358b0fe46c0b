import type { DeliveryRecord } from '../../kernel/deliveries';
import type { World } from '../../account/world';

/** The person behind an identity or a worker SID; whoever is not of the contact centre keeps the name given. */
export function personName(world: World, name: string): string {
  return world.iam.findUser(name)?.fullName ?? name;
}

/** JSON text as a value, or the text itself. */
export function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** Who a task is about, as the Flex UI shows it. */
export function customerOf(taskAttributes: string): string {
  const { name, customerName, from } = Object(readJson(taskAttributes));
  for (const one of [name, customerName, from]) if (typeof one === 'string') return one;
  return 'unknown';
}

/** What became of a webhook; `ok` is null while it is under way. */
export function outcomeOf(outcome: DeliveryRecord['outcome']): {
  readonly outcome: string;
  readonly ok: boolean | null;
} {
  if (outcome === null) return { outcome: 'under way', ok: null };
  if ('failure' in outcome) return { outcome: outcome.failure, ok: false };
  return { outcome: String(outcome.status), ok: outcome.status < 300 };
}
