/** @jest-environment node */
import twilio from 'twilio';
import { ids } from '../../../local-twilio/src/account/seed/contact-centre';
import { setUp, type Setup } from './sdk';

const withKey = ({ client }: Setup, sid: string, secret: string) =>
  twilio(sid, secret, { accountSid: ids.account, httpClient: client.httpClient });

/** https://www.twilio.com/docs/iam/api-keys: an API key's SID and secret stand for account SID and auth token */
describe('an API key (docs/iam/api-keys)', () => {
  it('is made over REST, and its secret is told once', async () => {
    const { client } = setUp();
    const made = await client.newKeys.create({ friendlyName: 'Orders' });
    expect(made).toMatchObject({ sid: expect.stringMatching(/^SK[0-9a-f]{32}$/), friendlyName: 'Orders' });
    expect(made.secret).toMatch(/^\w{32}$/);
    expect(JSON.stringify(await client.keys(made.sid).fetch())).not.toContain(made.secret);
    expect((await client.keys.list()).map(({ sid, friendlyName }) => [sid, friendlyName])).toEqual([
      [made.sid, 'Orders'],
    ]);
    expect(await client.keys(made.sid).update({ friendlyName: 'Returns' })).toMatchObject({ friendlyName: 'Returns' });
  });

  it('is made, read and removed by the newer resource as well', async () => {
    const setup = setUp();
    const { iam } = setup.client;
    const made = await iam.v1.newApiKey.create({ accountSid: ids.account, friendlyName: 'Orders' });
    expect(await iam.v1.apiKey(made.sid).fetch()).toMatchObject({ friendlyName: 'Orders', policy: null });
    expect(await iam.v1.getApiKeys.list({ accountSid: ids.account })).toHaveLength(1);
    const conversation = await withKey(setup, made.sid, made.secret).conversations.v1.conversations.create();
    expect(conversation.sid).toMatch(/^CH/);
    await iam.v1.apiKey(made.sid).remove();
    await expect(iam.v1.apiKey(made.sid).fetch()).rejects.toMatchObject({ status: 404 });
    const restricted = iam.v1.newApiKey.create({ accountSid: ids.account, keyType: 'restricted' });
    await expect(restricted).rejects.toMatchObject({ status: 501, message: expect.stringContaining('KeyType') });
  });

  it('authenticates REST calls of every product until it is revoked', async () => {
    const setup = setUp();
    const { sid, secret } = await setup.client.newKeys.create();
    const client = withKey(setup, sid, secret);
    await client.conversations.v1.conversations.create();
    await client.taskrouter.v1.workspaces(ids.workspace).fetch();
    await expect(withKey(setup, sid, 'wrong').conversations.v1.conversations.list()).rejects.toMatchObject({
      status: 401,
      code: 20003,
    });
    await setup.client.keys(sid).remove();
    await expect(client.conversations.v1.conversations.list()).rejects.toMatchObject({ status: 401, code: 20003 });
  });

  it('reads neither the account nor the keys: those need a Main key, which only the Console makes', async () => {
    const setup = setUp();
    const { sid, secret } = await setup.client.newKeys.create();
    const client = withKey(setup, sid, secret);
    const refused = { status: 401, code: 20003 };
    await expect(client.api.accounts(ids.account).fetch()).rejects.toMatchObject(refused);
    await expect(client.keys.list()).rejects.toMatchObject(refused);
    await expect(client.newKeys.create()).rejects.toMatchObject(refused);
    await expect(client.iam.v1.apiKey(sid).fetch()).rejects.toMatchObject(refused);
  });

  it('outlives a restart, and not a reset', async () => {
    const { client, world } = setUp();
    const { sid } = await client.newKeys.create();
    expect([...world.state().accounts.keys.keys()]).toEqual([sid]);
    world.reset();
    expect(await client.keys.list()).toEqual([]);
  });
});
