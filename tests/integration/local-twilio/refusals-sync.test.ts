/** @jest-environment node */
import { ids } from '../../../local-twilio/src/account/seed/contact-centre';
import { setUp, type Setup } from './sdk';

const HOUR = 3_600;
const service = ({ client }: Setup) => client.sync.v1.services('default');
const authorization = `Basic ${Buffer.from(`${ids.account}:${ids.authToken}`).toString('base64')}`;

/** Without the SDK, which makes JSON of everything. */
async function post({ world }: Setup, path: string, fields: Record<string, string>) {
  const { status, body, headers } = await world.dispatch({
    ...{ method: 'POST', host: 'sync.twilio.com', path: `/v1/Services/default/${path}`, query: {} },
    ...{ headers: { authorization }, body: new URLSearchParams(fields).toString() },
  });
  return { status, headers, ...JSON.parse(JSON.stringify(body)) };
}

describe('Sync refuses (docs/api/errors)', () => {
  it('data that is no JSON, with 54008', async () => {
    const setup = setUp();
    expect(await post(setup, 'Documents', { Data: '{"open":' })).toMatchObject({ status: 400, code: 54008 });
  });

  it.each(['zz', '"', 'latest'])('If-Match: %s, which is no revision, with 54003', async (ifMatch) => {
    const setup = setUp();
    const { sid } = await service(setup).documents.create({ data: { a: 1 } });
    const refused = service(setup).documents(sid).update({ data: {}, ifMatch });
    await expect(refused).rejects.toMatchObject({ status: 400, code: 54003 });
  });

  it('a change that changes nothing, with 54010', async () => {
    const setup = setUp();
    const none = { status: 400, code: 54010 };
    await service(setup).documents.create({ uniqueName: 'd' });
    await service(setup).syncMaps.create({ uniqueName: 'm' });
    await service(setup).syncMaps('m').syncMapItems.create({ key: 'k', data: {} });
    await service(setup).syncLists.create({ uniqueName: 'l' });
    await service(setup).syncLists('l').syncListItems.create({ data: {} });
    await expect(service(setup).documents('d').update()).rejects.toMatchObject(none);
    await expect(service(setup).syncMaps('m').update()).rejects.toMatchObject(none);
    await expect(service(setup).syncMaps('m').syncMapItems('k').update()).rejects.toMatchObject(none);
    await expect(service(setup).syncLists('l').update()).rejects.toMatchObject(none);
    await expect(service(setup).syncLists('l').syncListItems(0).update()).rejects.toMatchObject(none);
    expect((await service(setup).documents('d').fetch()).revision).toBe('0');
  });

  it('a life time that is too long, with 54011, and does nothing of what came with it', async () => {
    const setup = setUp();
    const refused = { status: 400, code: 54011 };
    const tooLong = { data: { new: true }, ttl: 31_536_001 };
    await service(setup).documents.create({ uniqueName: 'd', data: { new: false } });
    await service(setup).syncMaps.create({ uniqueName: 'm' });
    const { syncMapItems } = service(setup).syncMaps('m');
    await expect(syncMapItems.create({ key: 'k', ...tooLong })).rejects.toMatchObject(refused);
    expect(await syncMapItems.list()).toEqual([]);
    await expect(service(setup).documents('d').update(tooLong)).rejects.toMatchObject(refused);
    expect(await service(setup).documents('d').fetch()).toMatchObject({ data: { new: false }, revision: '0' });
    await expect(service(setup).syncMaps('m').update({ ttl: -1 })).rejects.toMatchObject(refused);
    expect((await service(setup).syncMaps('m').fetch()).revision).toBe('0');
    await service(setup).syncLists.create({ uniqueName: 'l' });
    const { syncListItems } = service(setup).syncLists('l');
    await expect(syncListItems.create(tooLong)).rejects.toMatchObject(refused);
    expect(await syncListItems.list()).toEqual([]);
  });

  it('permissions for an identity of more than 256 characters, with 54351', async () => {
    const setup = setUp();
    await service(setup).syncMaps.create({ uniqueName: 'm' });
    const { syncMapPermissions } = service(setup).syncMaps('m');
    const refused = syncMapPermissions('x'.repeat(257)).update({ read: true, write: true, manage: true });
    await expect(refused).rejects.toMatchObject({ status: 400, code: 54351 });
  });
});

describe('a Sync object (docs/sync/api)', () => {
  it('tells its revision as ETag, which is taken as If-Match with and without quotes (docs/api/errors/54103)', async () => {
    const setup = setUp();
    const made = await post(setup, 'Documents', { UniqueName: 'd', Data: '{}' });
    expect(made.headers).toMatchObject({ etag: '"0"' });
    const document = service(setup).documents('d');
    await document.update({ data: { a: 1 }, ifMatch: '"0"' });
    await document.update({ data: { a: 2 }, ifMatch: '1' });
    const stale = document.update({ data: { a: 3 }, ifMatch: '"1"' });
    await expect(stale).rejects.toMatchObject({ status: 412, code: 54103 });
  });

  it('may get its life time with one of its items (map-item-resource, listitem-resource)', async () => {
    const setup = setUp();
    const now = setup.world.clock.nowMs();
    const map = service(setup).syncMaps((await service(setup).syncMaps.create()).sid);
    await map.syncMapItems.create({ key: 'k', data: {}, collectionTtl: HOUR });
    expect((await map.fetch()).dateExpires.getTime()).toBe(now + HOUR * 1000);
    await map.syncMapItems('k').update({ collectionTtl: 2 * HOUR });
    expect((await map.fetch()).dateExpires.getTime()).toBe(now + 2 * HOUR * 1000);
    expect((await map.syncMapItems('k').fetch()).dateExpires).toBeNull();
    const list = service(setup).syncLists((await service(setup).syncLists.create()).sid);
    await list.syncListItems.create({ data: {}, collectionTtl: HOUR });
    await list.syncListItems(0).update({ itemTtl: HOUR / 2 });
    setup.world.clock.advance(HOUR * 1000);
    await expect(list.fetch()).rejects.toMatchObject({ status: 404 });
  });
});
