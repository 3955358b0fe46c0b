import type twilio from 'twilio';
import { ids } from '../../../local-twilio/src/account/seed/contact-centre';
import { refusal } from './rest-refusal';
import { task, worker } from './rest-task-router';
import { tell } from './telling';

type Twilio = twilio.Twilio;
export type RestSdk = (accountSid: string, authToken: string) => Twilio;

const WEBHOOK_URL = 'https://somebody.twil.io/heard?from=sdk';
const PAGE_SIZE = 2;
const ITEMS = 5;

/** Each service that is served, as a server uses it. */
export async function rest(sdk: RestSdk): Promise<void> {
  const client = sdk(ids.account, ids.authToken);
  tell('conversation', await conversation(client));
  tell('task', await task(client));
  tell('worker', await worker(client));
  tell('sync', await sync(client));
  tell('interaction', await interaction(client));
  tell('configuration', (await client.flexApi.v1.configuration().fetch()).taskrouterWorkspaceSid);
  tell('pages', await pages(client));
  tell('errors', {
    'nothing there': await refusal(client.conversations.v1.conversations(`CH${'0'.repeat(32)}`).fetch()),
    'wrong password': await refusal(sdk(ids.account, 'wrong').sync.v1.services.list()),
  });
}

async function conversation(client: Twilio): Promise<unknown> {
  const { sid } = await client.conversations.v1.conversations.create({ friendlyName: 'Shoes', attributes: '{"a":1}' });
  const conversation = client.conversations.v1.conversations(sid);
  const grace = await conversation.participants.create({ identity: 'grace' });
  await conversation.participants(grace.sid).update({ attributes: '{"vip":true}' });
  const sms = { 'messagingBinding.address': '+15550007777', 'messagingBinding.proxyAddress': '+15550001111' };
  const sam = await conversation.participants.create(sms);
  await conversation.webhooks.create({
    target: 'webhook',
    'configuration.url': WEBHOOK_URL,
    'configuration.method': 'post',
    'configuration.filters': ['onMessageAdded'],
  });
  for (const body of ['One', 'Two & three', 'Vier: äöü'])
    await conversation.messages.create({ author: 'grace', body, xTwilioWebhookEnabled: 'true' });
  const newest = await conversation.messages.list({ order: 'desc', limit: 2 });
  await conversation.participants(sam.sid).remove();
  const people = await conversation.participants.list();
  const webhooks = await conversation.webhooks.list();
  const { state } = await conversation.update({ state: 'closed' });
  const late = await refusal(conversation.update({ state: 'active' }));
  return {
    newest: newest.map(({ index, body }) => [index, body]),
    people: people.map(({ identity, attributes }) => [identity, attributes]),
    webhooks: webhooks.map(({ target, configuration }) => [target, configuration.url]),
    state,
    late,
  };
}

async function sync(client: Twilio): Promise<unknown> {
  const service = client.sync.v1.services(ids.syncService);
  const document = await service.documents.create({ data: { n: 1 }, ttl: 60 });
  const ifMatch = document.revision;
  const { data } = await service.documents(document.sid).update({ data: { n: 2 }, ifMatch });
  const stale = await refusal(service.documents(document.sid).update({ data: { n: 3 }, ifMatch }));
  const list = await service.syncLists.create();
  const { index } = await service.syncLists(list.sid).syncListItems.create({ data: { first: true } });
  const removed = [
    await service.documents(document.sid).remove(),
    await service.syncLists(list.sid).syncListItems(index).remove(),
    await service.syncLists(list.sid).remove(),
  ];
  return { data, stale, index, removed };
}

async function pages(client: Twilio): Promise<unknown> {
  const maps = client.sync.v1.services(ids.syncService).syncMaps;
  const { sid } = await maps.create();
  const items = maps(sid).syncMapItems;
  for (let at = 0; at < ITEMS; at++) await items.create({ key: `key ${at}`, data: { at } });
  const all = await items.list({ pageSize: PAGE_SIZE });
  const first = await items.page({ pageSize: PAGE_SIZE });
  const second = await first.nextPage();
  await maps(sid).remove();
  const keys = (some: readonly { readonly key: string }[] = []) => some.map(({ key }) => key);
  return { all: keys(all), second: keys(second?.instances) };
}

async function interaction(client: Twilio): Promise<unknown> {
  const properties = {
    workspace_sid: ids.workspace,
    workflow_sid: ids.workflow,
    task_channel_unique_name: 'sms',
    attributes: { topic: 'shoes' },
  };
  const participants = [{ address: '+15550009999', proxy_address: '+15550001111' }];
  const { sid, routing } = await client.flexApi.v1.interaction.create({
    channel: { type: 'sms', initiated_by: 'api', participants },
    routing: { properties },
  });
  const channels = client.flexApi.v1.interaction(sid).channels;
  const [channel] = await channels.list();
  if (!channel) throw new Error('The interaction has no channel');
  const { invites, participants: people } = channels(channel.sid);
  const invite = await invites.create({ routing: { properties } });
  const closed = await channels(channel.sid).update({ status: 'closed', routing: { status: 'closed' } });
  return {
    another: invite.routing.properties.sid !== routing.properties.sid,
    invites: (await invites.list()).length,
    people: (await people.list()).map(({ type }) => type),
    status: closed.status,
    late: await refusal(invites.create({ routing: { properties } })),
  };
}
