/** @jest-environment node */
import { startLocalTwilio, type LocalTwilio } from '../../../local-twilio/src/start/index';
import { ids, workerSidOf } from '../../../local-twilio/src/account/seed/contact-centre';
import { setUp } from './sdk';

const MAP = `ParkedInteractions_${workerSidOf('ada')}`;
const ADA = 'ada_40example_2Ecom';

describe('permissions of Sync maps, with the official SDK', () => {
  it('are set, read, listed and removed', async () => {
    const maps = setUp().client.sync.v1.services(ids.syncService).syncMaps;
    await maps.create({ uniqueName: MAP });
    const { syncMapPermissions } = maps(MAP);
    await expect(syncMapPermissions(ADA).fetch()).rejects.toMatchObject({ status: 404, code: 54354 });
    await syncMapPermissions(ADA).update({ read: true, write: false, manage: false });
    const given = { identity: ADA, read: true, write: false, manage: false };
    await expect(syncMapPermissions(ADA).fetch()).resolves.toMatchObject(given);
    expect(await syncMapPermissions.list()).toMatchObject([given]);
    await syncMapPermissions(ADA).remove();
    expect(await syncMapPermissions.list()).toEqual([]);
  });

  it('are asked for by a service from the moment that it is told to', async () => {
    const services = setUp().client.sync.v1.services;
    await services(ids.syncService).update({ aclEnabled: true });
    await expect(services(ids.syncService).fetch()).resolves.toMatchObject({ aclEnabled: true });
  });
});

/** As the browser's SDK asks, with a Flex token. */
describe.each([
  ['owns', 200],
  ['nothing', 403],
] as const)('a browser that made a map, where the creator gets: %s', (syncMapCreator, before) => {
  let local: LocalTwilio;
  beforeAll(async () => {
    local = await startLocalTwilio({ port: 0, switches: { syncMapCreator } });
    await ask('ada', 'POST', '', { unique_name: MAP });
  }, 60_000);
  afterAll(() => local?.close());

  async function ask(
    user: string,
    method: string,
    path: string,
    body?: object,
  ): Promise<{ status: number; code?: unknown }> {
    const { token } = local.world.iam.issueToken(user);
    const response = await fetch(`${local.url}/__twilio/cds.us1.twilio.com/v3/Maps${path}`, {
      method,
      headers: { 'x-twilio-token': token, 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });
    const answered: { code?: unknown } = await response.json();
    return { status: response.status, ...(answered.code !== undefined && { code: answered.code }) };
  }
  const read = (user: string) => ask(user, 'GET', `/${MAP}/Items`);
  const write = (user: string) => ask(user, 'PUT', `/${MAP}/Items/x`, { data: {} });
  const statuses = async () => [(await read('ada')).status, (await read('ben')).status];

  it('may do everything, as everybody may, while nobody asks for permissions', async () => {
    expect(await statuses()).toEqual([200, 200]);
  });

  it('may do what its identity has been given, and others nothing (54007)', async () => {
    local.world.sync.updateService(ids.syncService, { aclEnabled: true });
    expect(await statuses()).toEqual([before, 403]);
    expect(await read('ben')).toEqual({ status: 403, code: 54007 });
    local.world.sync.setMapPermission(ids.syncService, MAP, { identity: ADA, read: true, write: false, manage: false });
    expect(await statuses()).toEqual([200, 403]);
    expect((await write('ada')).status).toBe(403);
  });
});
