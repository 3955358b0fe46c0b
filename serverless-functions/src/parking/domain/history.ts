import type { HistoryEntry, HowEnded } from '../../contract/history';
import { agentNameOf } from './identity';
import { listItemOf } from './list-item';
import type { InteractionRecord, Park, ReturningRecord, UnparkingRecord } from './record';

/** Sync takes fewer writes a second of items above 1 KiB (twilio.com/docs/sync/limits). */
const TEXT_MAX_CHARS = 80;

/** How it ends when somebody has it who was sent for; records of the version before know no more than the cause. */
export function whyItCameBack({ why, cause }: UnparkingRecord | ReturningRecord): HowEnded {
  return why ?? (cause === 'agent-asked' ? 'agent' : 'reply');
}

/** How a park ended whose record a newer park replaces; undefined for one that never began. */
export function howReplaced(record: InteractionRecord): HowEnded | undefined {
  switch (record.state) {
    case 'parking':
      return undefined;
    case 'parked':
      return 'joined';
    case 'unparking':
    case 'returning':
      return whyItCameBack(record);
  }
}

export interface Ended {
  how: HowEnded;
  atMs: number;
  takenBy: HistoryEntry['takenBy'];
}

export function historyEntryOf(record: InteractionRecord, { how, atMs, takenBy }: Ended): HistoryEntry {
  const { park } = record;
  const { channelType, customerAddress, customerName, queueName, reason } = listItemOf(park);
  const returnedAtMs = returnedAtMsOf(record);
  return {
    parkId: park.parkId,
    conversationSid: park.conversationSid,
    channelType,
    queueName: short(queueName),
    customerName: short(customerName),
    customerAddress: short(customerAddress),
    ...(reason && { reason: short(reason) }),
    parkedBy: personOf(park.agent),
    parkedAt: isoOf(park.parkedAtMs),
    ...(returnedAtMs !== undefined && { returnedAt: isoOf(returnedAtMs) }),
    endedAt: isoOf(atMs),
    how,
    ...(takenBy && { takenBy: { ...takenBy, name: short(takenBy.name) } }),
    ...(park.savedTask && { savedTask: true }),
  };
}

export function personOf(agent: Park['agent']): NonNullable<HistoryEntry['takenBy']> {
  return { workerSid: agent.workerSid, name: short(agentNameOf(agent)) };
}

function returnedAtMsOf(record: InteractionRecord): number | undefined {
  if (record.state === 'returning') return record.sinceMs;
  return record.state === 'unparking' ? record.claimedAtMs : undefined;
}

const isoOf = (atMs: number) => new Date(atMs).toISOString();

const short = (text: string) => [...text].slice(0, TEXT_MAX_CHARS).join('');
