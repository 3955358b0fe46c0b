/** @jest-environment node */
import { announced } from '../../../../serverless-functions/src/twilio/announced-records';
import type { Records, Stored } from '../../../../serverless-functions/src/parking/ports';
import { parkedRecord, parkingRecord, returningRecord, unparkingRecord } from '../support/fixtures';
import { openDesk } from '../parking/parking-desk';

type Record = Stored['record'];

function open() {
  const told: string[] = [];
  const done: string[] = [];
  const write = (kind: string) => async () => {
    done.push(kind);
    return { kind: 'conflict' } as const;
  };
  const records: Records = {
    ...openDesk().ports.records,
    create: write('create'),
    replace: write('replace'),
    remove: async () => 'conflict',
  };
  const board = { changed: async () => void told.push(`told, ${done.length} done`) };
  return { told, done, records: announced(records, board) };
}

const stored = (record: Record): Stored => ({ record, documentSid: 'ET1', revision: '1' });

describe('the supervisors’ boards are told', () => {
  it.each([
    ['parked', parkedRecord(), true],
    ['on its way back', returningRecord(), true],
    ['just being parked', parkingRecord(), false],
    ['just being unparked', unparkingRecord(), false],
  ])('when a conversation is %s, or not: %#', async (_, record: Record, isTold) => {
    const { records, told } = open();
    await records.replace(stored(parkingRecord()), record);
    expect(told).toHaveLength(isTold ? 1 : 0);
    await records.create(record);
    expect(told).toHaveLength(isTold ? 2 : 0);
  });

  it('when a row goes, but not when it had gone before', async () => {
    const { records, told } = open();
    await records.remove(stored(parkedRecord()));
    expect(told).toHaveLength(1);
    await records.remove(stored(returningRecord()));
    expect(told).toHaveLength(1);
  });

  it('beside the write, so that nobody waits for it afterwards, and the write answers as ever', async () => {
    const { done, records, told } = open();
    const writing = records.replace(stored(parkingRecord()), parkedRecord());
    expect([done, told]).toEqual([['replace'], ['told, 1 done']]);
    expect(await writing).toEqual({ kind: 'conflict' });
  });
});
