import { claimAndRoute } from '../unpark/claim';
import { forget } from '../clean-up';
import { described } from './described';
import type { ParkedRecord } from '../domain/record';
import type { Ports, Stored } from '../ports';

const HOUR_MS = 60 * 60 * 1000;

/** Ends a park that lasts too long, and says how; undefined when it may go on. */
export type OverdueRule = (stored: Stored<ParkedRecord>) => Promise<string | undefined>;

/** The rule of the settings as they are now. While they cannot be read nothing is overdue. */
export async function overdueRule(ports: Ports): Promise<OverdueRule> {
  const settings = await ports.settings.current().catch(() => undefined);
  const maxAgeMs = (settings?.maxParkAgeHours ?? Infinity) * HOUR_MS;
  const then = settings?.atMaxParkAge ?? 'route';
  return async (stored) => {
    if (ports.clock.nowMs() - stored.record.park.parkedAtMs < maxAgeMs) return undefined;
    return then === 'close' ? close(ports, stored) : route(ports, stored);
  };
}

async function route(ports: Ports, stored: Stored): Promise<string> {
  const claim = { claimId: ports.newId(), atMs: ports.clock.nowMs() };
  const event = { type: 'customerWrote', agentGone: true, served: false, byWorkflow: true, claim } as const;
  return described('parked too long', await claimAndRoute(ports, stored, event));
}

async function close(ports: Ports, stored: Stored): Promise<string> {
  await ports.interactions.close(stored.record.park);
  await forget(ports, stored);
  return 'parked too long: conversation closed';
}
