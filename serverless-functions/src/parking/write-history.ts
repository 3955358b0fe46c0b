import type { HowEnded } from '../contract/history';
import type { WorkerSid } from '../contract/sids';
import { historyEntryOf, howReplaced, personOf } from './domain/history';
import type { InteractionRecord, Park } from './domain/record';
import { codeOf } from './errors';
import type { Ports } from './ports';
import { step } from './step';

interface Ended {
  /** Undefined when nothing had been parked yet. */
  how: HowEnded | undefined;
  takenBy: WorkerSid | undefined;
}

/** Beside whatever ends a park, and in nobody's way: what fails is only missing in the history. */
export async function writeHistory(ports: Ports, record: InteractionRecord, { how, takenBy }: Ended): Promise<void> {
  const { historyDays } = record.park;
  if (how === undefined || historyDays === undefined) return;
  const atMs = ports.clock.nowMs();
  await step(ports, 'history', async () => {
    const person = takenBy && { workerSid: takenBy, name: await nameOf(ports, record.park, takenBy) };
    await ports.history.add(historyEntryOf(record, { how, atMs, takenBy: person }), historyDays);
  });
}

/** The agent of the newer park has it. Their name is known there, so that this is one call. */
export async function writeHistoryOfReplaced(
  ports: Ports,
  record: InteractionRecord,
  by: Park['agent'],
): Promise<void> {
  const { historyDays } = record.park;
  const how = howReplaced(record);
  if (how === undefined || historyDays === undefined) return;
  const ended = { how, atMs: ports.clock.nowMs(), takenBy: personOf(by) };
  await step(ports, 'history', () => ports.history.add(historyEntryOf(record, ended), historyDays));
}

/** Their name, or their SID when it cannot be read. */
async function nameOf(ports: Ports, { agent }: Park, worker: WorkerSid): Promise<string> {
  if (worker === agent.workerSid) return personOf(agent).name;
  try {
    return (await ports.workers.nameOf(worker)) ?? worker;
  } catch (error) {
    ports.log('history-name', 'failed', { reason: codeOf(error) });
    return worker;
  }
}
