/** @jest-environment node */
import { virtualClock } from '../../../local-twilio/src/kernel/clock';
import { syncJournal } from '../../../local-twilio/src/kernel/browser/sync/journal';

const START_MS = 1_800_000_000_000;
const change = (name: number) => ({
  kind: 'list' as const,
  objectSid: 'ES1',
  objectUniqueName: 'CH1.messages',
  change: 'added' as const,
  item: { name, data: {} },
});

describe('the journal of Sync changes', () => {
  it('tells a client that was away what it missed, in order', () => {
    const journal = syncJournal(virtualClock(START_MS));
    const seen = journal.record(change(0));
    journal.record(change(1));
    journal.record(change(2));
    expect(journal.since('ES1', seen.eventId)?.map((one) => one.item?.name)).toEqual([1, 2]);
  });

  it('says when it no longer knows all that happened since', () => {
    const journal = syncJournal(virtualClock(START_MS));
    const first = journal.record(change(0));
    for (let name = 1; name <= 150; name++) journal.record(change(name));
    expect(journal.since('ES1', first.eventId)).toBeUndefined();
  });

  it('numbers events from the clock, so that they grow across restarts', () => {
    const before = syncJournal(virtualClock(START_MS)).record(change(0));
    const after = syncJournal(virtualClock(START_MS + 1000)).record(change(0));
    expect(after.eventId).toBeGreaterThan(before.eventId);
  });

  it('does not know what happened before a restart', () => {
    const journal = syncJournal(virtualClock(START_MS));
    expect(journal.since('ES1', START_MS - 5)).toBeUndefined();
  });

  it('forgets at a reset: objects of the new world may have the SIDs of the old', () => {
    const journal = syncJournal(virtualClock(START_MS));
    const before = journal.record(change(0));
    journal.forget(START_MS);
    expect(journal.since('ES1', before.eventId)).toBeUndefined();
    expect(journal.version('ES1').lastEventId).toBeGreaterThan(before.eventId);
    const after = journal.record(change(1));
    expect(after.objectRevision).toBe(1);
    expect(journal.since('ES1', journal.version('ES2').lastEventId)).toEqual([after]);
    expect([...journal.added('ES1')]).toEqual([1]);
  });

  it('knows what was added since, for a client that was away over a restart', () => {
    const journal = syncJournal(virtualClock(START_MS));
    journal.record(change(4));
    journal.record({ ...change(3), change: 'updated' });
    expect([...journal.added('ES1')]).toEqual([4]);
    expect([...journal.added('ES2')]).toEqual([]);
  });

  it('keeps the event id that an object of the world brings', () => {
    const journal = syncJournal(virtualClock(START_MS));
    expect(journal.record({ ...change(0), eventId: 7, objectRevision: 3 })).toMatchObject({
      eventId: 7,
      objectRevision: 3,
    });
  });

  it('knows all changes of the world’s own objects since the world began, whatever the clock says', () => {
    const journal = syncJournal(virtualClock(START_MS + 50), START_MS);
    const added = journal.record({ ...change(0), eventId: START_MS + 3 });
    expect(journal.since(added.objectSid, START_MS + 2)).toEqual([added]);
    expect(journal.since(added.objectSid, START_MS - 1)).toBeUndefined();
  });
});
