/** @jest-environment node */
import { ids } from '../../../local-twilio/src/account/seed/contact-centre';
import { secondSyncService, setUp } from './sdk';

const service = (setup: ReturnType<typeof setUp>) => setup.client.sync.v1.services(secondSyncService.sid);

describe('Sync, with the official SDK', () => {
  it('opens a document by SID or unique name, and counts revisions in hexadecimal', async () => {
    const sync = service(setUp());
    const created = await sync.documents.create({ uniqueName: 'record', data: { state: 'parked' } });
    expect(created).toMatchObject({ revision: '0', data: { state: 'parked' }, uniqueName: 'record' });
    for (let count = 0; count < 10; count += 1) await sync.documents('record').update({ data: { count } });
    await expect(sync.documents(created.sid).fetch()).resolves.toMatchObject({ revision: 'a', data: { count: 9 } });
  });

  it('gives a map another life time, or none', async () => {
    const setup = setUp();
    const { syncMaps } = service(setup);
    await syncMaps.create({ uniqueName: 'short', ttl: 60 });
    await syncMaps.create({ uniqueName: 'kept', ttl: 60 });
    await syncMaps('short').update({ collectionTtl: 120 });
    expect((await syncMaps('kept').update({ ttl: 0 })).dateExpires).toBeNull();
    setup.world.clock.advance(61_000);
    expect(await syncMaps.list()).toMatchObject([{ uniqueName: 'short' }, { uniqueName: 'kept' }]);
    setup.world.clock.advance(60_000);
    expect(await syncMaps.list()).toMatchObject([{ uniqueName: 'kept' }]);
  });

  it('gives a list another life time, or none', async () => {
    const setup = setUp();
    const { syncLists } = service(setup);
    await syncLists.create({ uniqueName: 'short', ttl: 60 });
    await syncLists.create({ uniqueName: 'kept', ttl: 60 });
    await syncLists('short').update({ collectionTtl: 120 });
    expect((await syncLists('kept').update({ ttl: 0 })).dateExpires).toBeNull();
    setup.world.clock.advance(61_000);
    expect(await syncLists.list()).toMatchObject([{ uniqueName: 'short' }, { uniqueName: 'kept' }]);
    setup.world.clock.advance(60_000);
    expect(await syncLists.list()).toMatchObject([{ uniqueName: 'kept' }]);
  });

  it('refuses a write whose If-Match is not the current revision, with 412 / 54103', async () => {
    const sync = service(setUp());
    const { revision } = await sync.documents.create({ uniqueName: 'record', data: { n: 0 } });
    await sync.documents('record').update({ data: { n: 1 }, ifMatch: revision });
    const late = sync.documents('record').update({ data: { n: 2 }, ifMatch: revision });
    await expect(late).rejects.toMatchObject({ status: 412, code: 54103 });
    await expect(sync.documents('record').fetch()).resolves.toMatchObject({ data: { n: 1 } });
  });

  it('lets exactly one of two writers with the same revision win', async () => {
    const sync = service(setUp());
    const { revision } = await sync.documents.create({ uniqueName: 'lock', data: {} });
    const claim = (by: string) => sync.documents('lock').update({ data: { by }, ifMatch: revision });
    const outcomes = await Promise.allSettled([claim('one'), claim('other')]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('refuses a second document of that name (54301) and a second item of that key (54208)', async () => {
    const sync = service(setUp());
    await sync.documents.create({ uniqueName: 'record' });
    await expect(sync.documents.create({ uniqueName: 'record' })).rejects.toMatchObject({ status: 409, code: 54301 });

    await sync.syncMaps.create({ uniqueName: 'list' });
    const items = sync.syncMaps('list').syncMapItems;
    await items.create({ key: 'CH1', data: {} });
    await expect(items.create({ key: 'CH1', data: {} })).rejects.toMatchObject({ status: 409, code: 54208 });
  });

  it('refuses data above 16 KiB (54006)', async () => {
    const sync = service(setUp());
    const big = { text: 'x'.repeat(16 * 1024) };
    await expect(sync.documents.create({ data: big })).rejects.toMatchObject({ status: 400, code: 54006 });
  });

  it('removes a map item when its time to live is over, and keeps one without', async () => {
    const setup = setUp();
    const sync = setup.client.sync.v1.services(ids.syncService);
    const map = await sync.syncMaps.create({ uniqueName: 'ParkedInteractions_WK1' });
    const { syncMapItems } = sync.syncMaps(map.sid);
    await syncMapItems.create({ key: 'web', data: { n: 1 }, itemTtl: 86_400 });
    await syncMapItems.create({ key: 'sms', data: { n: 2 } });

    setup.world.clock.advance(86_399_000);
    expect(await syncMapItems.list()).toHaveLength(2);
    setup.world.clock.advance(2_000);
    expect((await syncMapItems.list()).map(({ key }) => key)).toEqual(['sms']);
    await expect(sync.syncMaps(map.sid).syncMapItems('web').fetch()).rejects.toMatchObject({
      status: 404,
      code: 20404,
    });
  });

  it('does not push the time to live back when an update does not name it', async () => {
    const setup = setUp();
    const sync = service(setup);
    await sync.documents.create({ uniqueName: 'record', data: {}, ttl: 60 });
    setup.world.clock.advance(50_000);
    await sync.documents('record').update({ data: { n: 1 } });
    setup.world.clock.advance(11_000);
    await expect(sync.documents('record').fetch()).rejects.toMatchObject({ status: 404 });
  });

  it('begins with the services that it is asked for beside the default one, and has them again after a reset', async () => {
    const { client, world } = setUp();
    const sids = async () => (await client.sync.v1.services.list()).map(({ sid }) => sid);
    const both = [ids.syncService, secondSyncService.sid];
    await expect(sids()).resolves.toEqual(both);
    await client.sync.v1.services(secondSyncService.sid).remove();
    await expect(sids()).resolves.toEqual([ids.syncService]);
    world.reset();
    await expect(sids()).resolves.toEqual(both);
  });

  it('keeps services apart', async () => {
    const setup = setUp();
    await service(setup).documents.create({ uniqueName: 'record' });
    const other = setup.client.sync.v1.services(ids.syncService).documents('record').fetch();
    await expect(other).rejects.toMatchObject({ status: 404 });
  });

  it('adds, orders and pages items of maps and lists', async () => {
    const sync = service(setUp());
    await sync.syncLists.create({ uniqueName: 'list' });
    for (const n of [1, 2, 3]) await sync.syncLists('list').syncListItems.create({ data: { n } });
    const items = await sync.syncLists('list').syncListItems.list({ order: 'desc', pageSize: 2 });
    expect(items.map(({ index }) => index)).toEqual([2, 1, 0]);
  });
});

it('a page goes on after the last item of the one before, whatever was removed meanwhile', async () => {
  const { client } = setUp();
  const { syncMaps } = client.sync.v1.services(ids.syncService);
  const { sid } = await syncMaps.create();
  const { syncMapItems } = syncMaps(sid);
  for (const key of ['a', 'b', 'c', 'd', 'e']) await syncMapItems.create({ key, data: {} });
  const first = await syncMapItems.page({ pageSize: 2 });
  await syncMapItems('a').remove();
  const second = await first.nextPage();
  expect(second?.instances.map(({ key }) => key)).toEqual(['c', 'd']);
  await syncMapItems('d').remove();
  const third = await second?.nextPage();
  expect(third?.instances.map(({ key }) => key)).toEqual(['e']);
  const back = await third?.previousPage();
  expect(back?.instances.map(({ key }) => key)).toEqual(['b', 'c']);
});

it('a map or a list that is made again under its name is another one (docs/sync/api/map-resource)', async () => {
  const { client } = setUp();
  const { syncMaps, syncLists } = client.sync.v1.services(ids.syncService);
  const map = await syncMaps.create({ uniqueName: 'Tea' });
  const list = await syncLists.create({ uniqueName: 'Tea' });
  await map.remove();
  await list.remove();
  expect((await syncMaps.create({ uniqueName: 'Tea' })).sid).not.toBe(map.sid);
  expect((await syncLists.create({ uniqueName: 'Tea' })).sid).not.toBe(list.sid);
  await expect(syncMaps(map.sid).fetch()).rejects.toMatchObject({ status: 404 });
  await expect(syncLists(list.sid).fetch()).rejects.toMatchObject({ status: 404 });
});
