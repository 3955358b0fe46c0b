/** @jest-environment node */
import { productHosts, partsOf, products } from '../../../local-twilio/src/account/products';
import { ids } from '../../../local-twilio/src/account/seed/contact-centre';
import { describedOf } from '../../../local-twilio/src/kernel/rest/openapi/described';
import { operationsOf } from '../../../local-twilio/src/kernel/rest/openapi/definition';
import { setUp, type Setup } from './sdk';

const authorization = `Basic ${Buffer.from(`${ids.account}:${ids.authToken}`).toString('base64')}`;

const post = ({ world }: Setup, path: string, body: string, headers: Record<string, string> = {}) =>
  world.dispatch({
    method: 'POST',
    host: 'conversations.twilio.com',
    path,
    query: {},
    headers: { authorization, ...headers },
    body,
  });

describe('a parameter that nothing here reads (github.com/twilio/twilio-oai)', () => {
  it('is refused with 501, by name, though Twilio has it', async () => {
    const setup = setUp();
    const { sid } = await setup.client.conversations.v1.conversations.create();
    const answer = await post(setup, `/v1/Conversations/${sid}/Messages`, 'Body=hi&Subject=Tea&ContentSid=HX1');
    expect(answer).toMatchObject({
      status: 501,
      body: { code: 20501, message: 'CreateConversationMessage: ContentSid, Subject is not emulated' },
    });
    expect(setup.world.conversations.get(sid).messages).toEqual([]);
  });

  it('is refused in a query, too', async () => {
    const { client } = setUp();
    const asked = client.flexApi.v1.configuration().fetch({ uiVersion: '2.0.0' });
    await expect(asked).rejects.toMatchObject({ status: 501, code: 20501 });
  });

  it('is refused with 501 when Twilio does not know it: a newer SDK may', async () => {
    const answer = await post(setUp(), '/v1/Conversations', 'FriendlyNme=x');
    expect(answer).toMatchObject({
      status: 501,
      body: { message: "CreateConversation: Twilio's description has no FriendlyNme" },
    });
  });

  it('is left out where the account is told to ignore it', async () => {
    const setup = setUp({ switches: { unsupported: 'ignore' } });
    const answer = await post(setup, '/v1/Conversations', 'FriendlyName=Tea&FriendlyNme=x&DateCreated=2020-01-01');
    expect(answer).toMatchObject({ status: 201, body: { friendly_name: 'Tea' } });
  });
});

it.each(productHosts)('every parameter that an operation of %s declares is one of its description', (host) => {
  for (const { reads, spec } of partsOf(host)) {
    const operations = operationsOf(spec);
    for (const [operationId, names] of Object.entries(reads)) {
      const operation = operations.get(operationId);
      if (!operation) continue;
      const { query, headers, fields } = describedOf(operation);
      expect([operationId, [...query, ...headers, ...(fields ?? [])]]).toEqual([
        operationId,
        expect.arrayContaining([...names]),
      ]);
    }
  }
  expect(products[host]).toBeDefined();
});
