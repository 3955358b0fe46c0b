/** @jest-environment node */
import { ids } from '../../../local-twilio/src/account/seed/contact-centre';
import { setUp } from './sdk';
import type { Setup } from './sdk';

const syncOf = ({ client }: Setup) => client.sync.v1.services(ids.syncService);
const ofLength = (count: number) => 'x'.repeat(count);
const bytes = (count: number) => ({ a: ofLength(count - '{"a":""}'.length) });

describe('sizes in Sync', () => {
  it('an item’s data has 16 KiB, not a byte more (errors/54006)', async () => {
    const sync = syncOf(setUp());
    await sync.syncMaps.create({ uniqueName: 'map' });
    await sync.syncLists.create({ uniqueName: 'list' });
    const { syncMapItems } = sync.syncMaps('map');
    const { syncListItems } = sync.syncLists('list');
    await syncMapItems.create({ key: 'fits', data: bytes(16 * 1024) });
    const tooLarge = { status: 400, code: 54006 };
    const data = bytes(16 * 1024 + 1);
    await expect(syncMapItems.create({ key: 'more', data })).rejects.toMatchObject(tooLarge);
    await expect(syncMapItems('fits').update({ data })).rejects.toMatchObject(tooLarge);
    await expect(syncListItems.create({ data })).rejects.toMatchObject(tooLarge);
    await expect(sync.documents.create({ data })).rejects.toMatchObject(tooLarge);
  });

  it('a key has 1 to 320 characters (docs/sync/api/map-item-resource, errors/54209)', async () => {
    const sync = syncOf(setUp());
    await sync.syncMaps.create({ uniqueName: 'map' });
    const { syncMapItems } = sync.syncMaps('map');
    await syncMapItems.create({ key: ofLength(320), data: {} });
    const more = syncMapItems.create({ key: ofLength(321), data: {} });
    await expect(more).rejects.toMatchObject({ status: 400, code: 54209 });
  });

  it('a unique name has 1 to 320 characters and is no SID (docs/sync/api/document-resource, errors/54302)', async () => {
    const sync = syncOf(setUp());
    await sync.documents.create({ uniqueName: ofLength(320) });
    const refused = { status: 400, code: 54302 };
    for (const uniqueName of [ofLength(321), `ET${'0'.repeat(32)}`]) {
      await expect(sync.documents.create({ uniqueName })).rejects.toMatchObject(refused);
      await expect(sync.syncMaps.create({ uniqueName })).rejects.toMatchObject(refused);
      await expect(sync.syncLists.create({ uniqueName })).rejects.toMatchObject(refused);
    }
  });

  it('a time to live is a year at most (errors/54011)', async () => {
    const sync = syncOf(setUp());
    await sync.documents.create({ uniqueName: 'year', ttl: 31_536_000 });
    await expect(sync.documents.create({ ttl: 31_536_001 })).rejects.toMatchObject({ status: 400, code: 54011 });
  });
});

describe('a stale revision is 412 with a code for each kind (errors/54103, 54205, 54155)', () => {
  it('document 54103, map item 54205, list item 54155', async () => {
    const sync = syncOf(setUp());
    await sync.documents.create({ uniqueName: 'one', data: {} });
    await sync.syncMaps.create({ uniqueName: 'map' });
    await sync.syncMaps('map').syncMapItems.create({ key: 'one', data: {} });
    await sync.syncLists.create({ uniqueName: 'list' });
    await sync.syncLists('list').syncListItems.create({ data: {} });
    const late = { data: { n: 1 }, ifMatch: 'ffff' };
    await expect(sync.documents('one').update(late)).rejects.toMatchObject({ status: 412, code: 54103 });
    const mapItem = sync.syncMaps('map').syncMapItems('one').update(late);
    await expect(mapItem).rejects.toMatchObject({ status: 412, code: 54205 });
    const listItem = sync.syncLists('list').syncListItems(0).update(late);
    await expect(listItem).rejects.toMatchObject({ status: 412, code: 54155 });
  });
});

/** https://www.twilio.com/docs/sync/limits: 20 a second for each object, its items included; burst window 10 s. */
describe('rates in Sync (docs/sync/limits, errors/54009)', () => {
  const WINDOW_MS = 10_000;
  const ROOM = 200;

  async function fullMap(setup: Setup) {
    const sync = syncOf(setup);
    await sync.syncMaps.create({ uniqueName: 'busy' });
    const { syncMapItems } = sync.syncMaps('busy');
    for (let count = 0; count < ROOM; count += 1) await syncMapItems.create({ key: `k${count}`, data: {} });
    return { sync, syncMapItems };
  }

  it('the items of a map share its writes: what is above the burst is refused and not written', async () => {
    const setup = setUp();
    const { sync, syncMapItems } = await fullMap(setup);
    const tooFast = { status: 429, code: 54009 };
    await expect(syncMapItems.create({ key: 'more', data: {} })).rejects.toMatchObject(tooFast);
    await expect(syncMapItems('k0').update({ data: { n: 1 } })).rejects.toMatchObject(tooFast);
    await expect(syncMapItems('k0').remove()).rejects.toMatchObject(tooFast);
    expect(await syncMapItems.list()).toHaveLength(ROOM);
    await sync.documents.create({ uniqueName: 'other', data: {} });
    await sync.documents('other').update({ data: { n: 1 } });

    setup.world.clock.advance(WINDOW_MS);
    await syncMapItems('k0').remove();
  });

  it('reads count apart from writes', async () => {
    const sync = syncOf(setUp());
    await sync.documents.create({ uniqueName: 'busy', data: {} });
    for (let count = 0; count < ROOM; count += 1) await sync.documents('busy').fetch();
    await expect(sync.documents('busy').fetch()).rejects.toMatchObject({ status: 429, code: 54009 });
    await sync.documents('busy').update({ data: { n: 1 } });
  });

  it('twenty a second, steadily, are always served', async () => {
    const setup = setUp();
    const sync = syncOf(setup);
    await sync.documents.create({ uniqueName: 'steady', data: {} });
    for (let count = 0; count < 3 * ROOM; count += 1) {
      await sync.documents('steady').update({ data: { count } });
      setup.world.clock.advance(50);
    }
  });
});

/** https://www.twilio.com/docs/sync/objects-ttl */
describe('what has expired (docs/sync/objects-ttl)', () => {
  it.each([
    ['on-time', 0],
    ['late', 2 * 60_000],
  ] as const)('goes %s when the switch says so', async (syncExpiry, stillThereMs) => {
    const setup = setUp({ switches: { syncExpiry } });
    const sync = syncOf(setup);
    await sync.documents.create({ uniqueName: 'short', data: {}, ttl: 60 });
    setup.world.clock.advance(60_000 + stillThereMs - 1);
    await sync.documents('short').fetch();
    setup.world.clock.advance(60_001);
    await expect(sync.documents('short').fetch()).rejects.toMatchObject({ status: 404 });
  });
});
