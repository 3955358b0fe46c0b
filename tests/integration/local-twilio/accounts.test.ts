/** @jest-environment node */
import { ids } from '../../../local-twilio/src/account/seed/contact-centre';
import { setUp } from './sdk';

/** https://www.twilio.com/docs/iam/api/account */
describe('the account over REST', () => {
  it('tells who asks what account it is', async () => {
    const account = await setUp().client.api.accounts(ids.account).fetch();
    expect(account).toMatchObject({
      sid: ids.account,
      ownerAccountSid: ids.account,
      authToken: ids.authToken,
      friendlyName: 'Local Twilio',
      status: 'active',
      type: 'Full',
      dateCreated: new Date(account.dateUpdated),
      uri: `/2010-04-01/Accounts/${ids.account}.json`,
    });
  });

  it('takes another name, and has the old one again after a reset', async () => {
    const { client, world } = setUp();
    world.clock.advance(60_000);
    const { dateCreated, dateUpdated } = await client.api.accounts(ids.account).update({ friendlyName: 'Orders' });
    expect(dateUpdated.getTime() - dateCreated.getTime()).toBe(60_000);
    await expect(client.api.accounts(ids.account).fetch()).resolves.toMatchObject({ friendlyName: 'Orders' });
    world.reset();
    await expect(client.api.accounts(ids.account).fetch()).resolves.toMatchObject({ friendlyName: 'Local Twilio' });
  });

  it('is not closed or suspended: that is refused rather than ignored', async () => {
    const closing = setUp().client.api.accounts(ids.account).update({ status: 'suspended' });
    await expect(closing).rejects.toMatchObject({ status: 501, message: expect.stringContaining('Status') });
  });

  it('knows no other account', async () => {
    const other = setUp().client.api.accounts('AC00000000000000000000000000000000').fetch();
    await expect(other).rejects.toMatchObject({ status: 404, code: 20404 });
  });
});
