import { cleanUp, forget } from './clean-up';
import type { Claim } from './domain/events';
import { isStale } from './domain/stale';
import type { ParkingRecord, UnparkingRecord } from './domain/record';
import { keepsWebhook } from './domain/routing';
import type { Ports, Stored } from './ports';
import { advance, isState } from './records';
import { findOpenTask, hasAgent, isAgentReleased } from './truth';

/**
 * Takes over a record whose Function died: asks Twilio what really happened and applies the event that was lost.
 * Returns the record to go on with; undefined: read it again, for it was ended here or written by somebody else.
 */
export async function settle(ports: Ports, stored: Stored, claim: Claim): Promise<Stored | undefined> {
  if (!isStale(stored.record, ports.clock.nowMs())) return stored;
  ports.log('take-over', stored.record.state);
  if (isState(stored, 'parking')) return settleParking(ports, stored, claim);
  if (isState(stored, 'unparking')) return settleUnparking(ports, stored);
  return stored;
}

async function settleParking(ports: Ports, stored: Stored<ParkingRecord>, claim: Claim): Promise<Stored | undefined> {
  const { park } = stored.record;
  if (!(await isAgentReleased(ports, park)) || (await hasAgent(ports, park))) {
    await forget(ports, stored);
    return undefined;
  }
  const { parkId } = park;
  const lost = { type: 'agentReleased', parkId, traces: {}, settled: true, replied: false, claim } as const;
  const advanced = await advance(ports, stored, lost);
  return advanced.kind === 'moved' ? advanced.stored : undefined;
}

async function settleUnparking(ports: Ports, stored: Stored<UnparkingRecord>): Promise<Stored | undefined> {
  const { park, claimId, target } = stored.record;
  const taskSid = await findOpenTask(ports, park);
  const atMs = ports.clock.nowMs();
  const advanced = taskSid
    ? await advance(ports, stored, { type: 'inviteSent', claimId, taskSid, atMs, settled: true })
    : await advance(ports, stored, { type: 'inviteFailed', claimId });
  if (advanced.kind !== 'moved') return undefined;
  if (taskSid) await cleanUp(ports, stored.record, { webhook: !keepsWebhook(target) });
  return advanced.stored;
}
