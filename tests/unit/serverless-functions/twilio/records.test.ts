/** @jest-environment node */
import type { Found, Stored, Written } from '../../../../serverless-functions/src/parking/ports';
import { Calls } from '../../../../serverless-functions/src/twilio/calls';
import { createRecords } from '../../../../serverless-functions/src/twilio/records';
import { fakeClock } from '../support/fake-clock';
import { fakeTwilio } from '../support/fake-http';
import { aPark, parkedRecord, parkingRecord, returningRecord, sid, unparkingRecord } from '../support/fixtures';
import { LEASE_NAME, LEASES } from '../support/version-0.1/parked';
import { fakeDocuments } from './support/fake-documents';

const CH = sid('CH');
const NAME = `ParkedInteraction_${CH}`;
const backToWorker = { to: 'worker', timeoutSeconds: 60, events: 'callback' } as const;
const limits = { callUntilMs: 9_000, retryUntilMs: 8_500 };

function open() {
  const sync = fakeDocuments();
  const http = fakeTwilio(sync.answer);
  const calls = new Calls(fakeClock(), limits);
  return { ...sync, ...http, calls, records: createRecords(http.client, calls, sid('IS')) };
}

function storedOf(written: Written): Stored {
  if (written.kind !== 'written') throw new Error('a conflict');
  return written.stored;
}

function recordIn(found: Found) {
  return found && 'record' in found ? found.record : undefined;
}

describe('a parking record', () => {
  it.each([
    parkingRecord(),
    parkedRecord({ problem: 'channel-gone' }),
    parkedRecord({ park: aPark({ note: { text: 'x', timesParked: 1 }, lastCustomerMessageAtMs: 5 }) }),
    unparkingRecord({ target: { to: 'worker', workerSid: sid('WK') } }),
    returningRecord({ lateCallsUntilMs: 7 }),
    parkedRecord({ park: aPark({ reply: { route: { to: 'workflow' }, priorityBoost: 3 } }) }),
    parkedRecord({ park: aPark({ reply: { route: backToWorker, priorityBoost: 0 } }) }),
    unparkingRecord({ target: { to: 'worker', workerSid: sid('WK'), timeoutSeconds: 60 } }),
    unparkingRecord({ target: { to: 'studio', flowSid: sid('FW'), timeoutMinutes: 10 } }),
    parkedRecord({ flow: { untilMs: 5 } }),
    returningRecord({ target: { to: 'queue', queueSid: sid('WQ') } }),
  ])('of state $state comes back as it was written', async (record) => {
    const { records, documents } = open();
    expect(await records.create(record)).toMatchObject({ kind: 'written' });
    expect(recordIn(await records.read(CH))).toStrictEqual(record);
    expect(documents.map((document) => document.unique_name)).toEqual([NAME]);
  });

  it('is for ever, except a returning one, which Sync may drop after 15 days', async () => {
    const { records, documents } = open();
    const stored = storedOf(await records.create(parkedRecord()));
    expect(documents[0]?.ttl).toBe(0);
    await records.replace(stored, returningRecord());
    expect(documents[0]?.ttl).toBe(1_296_000);
  });

  it('is none when there is no document', async () => {
    expect(await open().records.read(CH)).toBeUndefined();
  });

  it.each([
    ['of another version', { ...parkedRecord(), v: 2 }, true],
    ['damaged in what nothing depends on', { ...parkedRecord(), traces: 'x' }, true],
    ['of a state that nobody knows', { ...parkedRecord(), state: 'resting' }, true],
    [
      'of another conversation than its name says',
      parkedRecord({ park: aPark({ conversationSid: sid('CH', 7) }) }),
      true,
    ],
    ['without its interaction', { state: 'parked', park: { channelSid: sid('UO') } }, false],
    ['that is nothing of ours', { note: 'hello' }, false],
    ['empty', null, false],
  ])('%s is neither none nor parked: it cannot be read', async (_, data, routable) => {
    const { records, documents } = open();
    await records.create(parkedRecord());
    for (const document of documents) document.data = data;
    const found = await records.read(CH);
    expect(found).toMatchObject({ unreadable: CH, documentSid: documents[0]?.sid, revision: '0' });
    expect(found && 'salvaged' in found && found.salvaged !== undefined).toBe(routable);
  });

  it('that cannot be read bears the park id of the webhook that fired, when it says none itself', async () => {
    const { records, documents } = open();
    await records.create(parkedRecord());
    const { parkId: _lost, ...park } = aPark();
    for (const document of documents) document.data = { ...parkedRecord(), park };
    expect(await records.read(CH, 'park-7')).toMatchObject({ salvaged: { park: { parkId: 'park-7' } } });
  });

  it('that could not be read is replaced as any other, if nobody wrote it meanwhile', async () => {
    const { records, documents } = open();
    await records.create(parkedRecord());
    for (const document of documents) document.data = { note: 'hello' };
    const found = await records.read(CH);
    if (!found) throw new Error('there is nothing');
    expect(await records.replace(found, unparkingRecord())).toMatchObject({ kind: 'written' });
    expect(await records.replace(found, parkedRecord())).toEqual({ kind: 'conflict' });
  });
});

describe('creating a record', () => {
  it('is a conflict when another park was faster', async () => {
    const { records } = open();
    await records.create(parkingRecord());
    const later = parkingRecord({ park: aPark({ parkId: 'park-2' }) });
    expect(await records.create(later)).toEqual({ kind: 'conflict' });
    expect(recordIn(await records.read(CH))?.park.parkId).toBe('park-1');
  });

  it('whose answer was lost is recognised as ours', async () => {
    const { records, fail, calls, documents } = open();
    fail('POST', 'lost-answer');
    expect(await records.create(parkingRecord())).toMatchObject({ kind: 'written', stored: { revision: '0' } });
    expect(documents).toHaveLength(1);
    expect(calls.hadLostAnswers()).toBe(true);
  });

  it('is not taken for ours when it is another’s, after a lost request', async () => {
    const { records, fail } = open();
    await records.create(parkingRecord());
    fail('POST', 'lost-request');
    const later = parkingRecord({ park: aPark({ parkId: 'park-2' }) });
    expect(await records.create(later)).toEqual({ kind: 'conflict' });
  });

  it('clears the tombstone of a record whose document was not removed', async () => {
    const { records, fail, documents } = open();
    const stored = storedOf(await records.create(parkedRecord()));
    fail('DELETE', { status: 400 });
    await records.remove(stored).catch(() => undefined);
    expect(documents).toMatchObject([{ data: { removed: true } }]);
    expect(await records.read(CH)).toBeUndefined();
    expect(await records.create(parkingRecord())).toMatchObject({ kind: 'written' });
    expect(recordIn(await records.read(CH))?.state).toBe('parking');
  });
});

describe('replacing a record', () => {
  it('is a conflict when somebody wrote in between', async () => {
    const { records } = open();
    const stored = storedOf(await records.create(parkingRecord()));
    const next = storedOf(await records.replace(stored, parkedRecord()));
    expect(await records.replace(stored, unparkingRecord())).toEqual({ kind: 'conflict' });
    expect(recordIn(await records.read(CH))?.state).toBe('parked');
    expect(await records.replace(next, unparkingRecord())).toMatchObject({ kind: 'written' });
  });

  it('whose answer was lost is recognised as ours', async () => {
    const { records, fail } = open();
    const stored = storedOf(await records.create(parkingRecord()));
    fail('POST', 'lost-answer');
    expect(await records.replace(stored, parkedRecord())).toMatchObject({ kind: 'written', stored: { revision: '1' } });
  });

  it('is a conflict when the record is gone', async () => {
    const { records } = open();
    const stored = storedOf(await records.create(parkedRecord()));
    await records.remove(stored);
    expect(await records.replace(stored, unparkingRecord())).toEqual({ kind: 'conflict' });
  });
});

describe('removing a record', () => {
  it('leaves no document', async () => {
    const { records, documents } = open();
    expect(await records.remove(storedOf(await records.create(parkedRecord())))).toBe('removed');
    expect(documents).toEqual([]);
  });

  it('twice is done', async () => {
    const { records } = open();
    const stored = storedOf(await records.create(parkedRecord()));
    await records.remove(stored);
    expect(await records.remove(stored)).toBe('removed');
  });

  it('is a conflict when somebody wrote in between', async () => {
    const { records } = open();
    const stored = storedOf(await records.create(parkedRecord()));
    await records.replace(stored, unparkingRecord());
    expect(await records.remove(stored)).toBe('conflict');
    expect(recordIn(await records.read(CH))?.state).toBe('unparking');
  });

  it('never removes a newer document of the same name', async () => {
    const { records } = open();
    const stored = storedOf(await records.create(parkedRecord()));
    await records.remove(stored);
    await records.create(parkingRecord({ park: aPark({ parkId: 'park-2' }) }));
    await records.remove(stored);
    expect(recordIn(await records.read(CH))?.park.parkId).toBe('park-2');
  });

  it('goes on when the answer to its tombstone was lost', async () => {
    const { records, fail, documents } = open();
    const stored = storedOf(await records.create(parkedRecord()));
    fail('POST', 'lost-answer');
    expect(await records.remove(stored)).toBe('removed');
    expect(documents).toEqual([]);
  });
});

describe('all records', () => {
  async function many(count: number) {
    const opened = open();
    for (let nth = 1; nth <= count; nth += 1) {
      await opened.records.create(parkedRecord({ park: aPark({ conversationSid: sid('CH', nth) }) }));
    }
    return opened;
  }

  it('come page by page, each with a cursor to itself, and nothing that is no record', async () => {
    const { records } = await many(120);
    await records.lease(0, 60_000);
    const sizes: number[] = [];
    const cursors: (string | undefined)[] = [];
    for await (const page of records.pages(undefined)) {
      sizes.push(page.records.length);
      cursors.push(page.cursor);
    }
    expect(sizes.reduce((sum, size) => sum + size)).toBe(120);
    expect(cursors[0]).toBeUndefined();
    const again = [];
    for await (const page of records.pages(cursors[1])) again.push(page.records.length);
    expect(again).toEqual(sizes.slice(1));
  });

  it('show also those that cannot be read, but no tombstone', async () => {
    const { records, documents } = await many(3);
    const [first, second] = documents;
    if (first) first.data = { note: 'hello' };
    if (second) second.data = { removed: true };
    const found = [];
    for await (const page of records.pages(undefined)) found.push(...page.records);
    expect(found).toMatchObject([
      { unreadable: sid('CH', 1) },
      { record: { park: { conversationSid: sid('CH', 3) } } },
    ]);
  });

  it('are read from Sync whatever a cursor says: it is a query, and never a host', async () => {
    const { records, sent } = await many(1);
    for await (const _page of records.pages('@evil.example/?x=1&PageSize=50')) break;
    expect(new Set(sent.map(({ host }) => host))).toEqual(new Set(['sync.twilio.com']));
    expect(sent.every(({ path }) => path.startsWith(`/v1/Services/${sid('IS')}/Documents`))).toBe(true);
  });

  it('begin from the start when the cursor is not taken any more', async () => {
    const { records } = await many(2);
    const sizes = [];
    for await (const page of records.pages('PageToken=expired')) sizes.push(page.records.length);
    expect(sizes).toEqual([2]);
  });
});

describe('the lease of reconcile', () => {
  const fresh = { cursor: undefined, doneOnPage: 0, roundAtMs: undefined, wholeRoundAtMs: undefined, again: [] };

  it('is one run’s at a time, and the next one’s after its end', async () => {
    const { records } = open();
    expect(await records.lease(0, 60_000)).toEqual({ ...fresh, untilMs: 60_000 });
    expect(await records.lease(59_999, 119_999)).toBeUndefined();
    expect(await records.lease(60_000, 120_000)).toEqual({ ...fresh, untilMs: 120_000 });
  });

  it('is not taken twice at the same moment', async () => {
    const { records } = open();
    const first = await Promise.all([records.lease(0, 60_000), records.lease(0, 60_001)]);
    expect(first.filter((lease) => lease !== undefined)).toHaveLength(1);
    const second = await Promise.all([records.lease(70_000, 130_000), records.lease(70_000, 130_001)]);
    expect(second.filter((lease) => lease !== undefined)).toHaveLength(1);
  });

  it('remembers where a round stopped, and when the last whole one was', async () => {
    const { records } = open();
    await records.lease(0, 60_000);
    const round = { cursor: 'Page=1', doneOnPage: 7, roundAtMs: 5, wholeRoundAtMs: 3, again: [CH] };
    const stopped = { untilMs: 60_000, ...round };
    await records.saveProgress(stopped);
    expect(await records.lease(60_000, 120_000)).toEqual({ ...stopped, untilMs: 120_000 });
    await records.saveProgress({ ...fresh, untilMs: 120_000, wholeRoundAtMs: 5 });
    expect(await records.lease(200_000, 260_000)).toEqual({ ...fresh, untilMs: 260_000, wholeRoundAtMs: 5 });
  });

  it.each(LEASES)('of version 0.1 is gone on with where it stopped: %j', async (held) => {
    const { records, documents } = open();
    await records.lease(0, 60_000);
    for (const document of documents) document.data = held;
    const nowMs = held.untilMs;
    expect(documents.map((document) => document.unique_name)).toEqual([LEASE_NAME]);
    expect(await records.lease(nowMs, nowMs + 60_000)).toEqual({ ...fresh, ...held, untilMs: nowMs + 60_000 });
  });

  it('that cannot be read is taken', async () => {
    const { records, documents } = open();
    await records.lease(0, 60_000);
    for (const document of documents) document.data = { untilMs: 'soon' };
    expect(await records.lease(1, 60_001)).toEqual({ ...fresh, untilMs: 60_001 });
  });
});
