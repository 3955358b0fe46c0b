/** @jest-environment node */
import { ids } from '../../../local-twilio/src/account/seed/contact-centre';
import type { WebhookFault } from '../../../local-twilio/src/kernel/webhook-faults';
import { setUp, type Setup } from './sdk';

/** No page of Twilio's promises that a webhook comes once, in time and in order; its FAQ says to expect otherwise. */
const HOOK = 'https://functions-local.twil.io/hook';
const header = { xTwilioWebhookEnabled: 'true' } as const;

async function listening(setup: Setup) {
  const { configuration } = setup.client.conversations.v1.services(ids.chatService);
  const filters = ['onMessageAdded', 'onParticipantAdded'];
  await configuration.webhooks().update({ postWebhookUrl: HOOK, filters });
  const { sid } = await setup.client.conversations.v1.conversations.create();
  const conversation = setup.client.conversations.v1.conversations(sid);
  return async (body: string) => {
    await conversation.messages.create({ author: 'bot', body, ...header });
    await setup.world.settled();
  };
}

const plan = ({ world }: Setup, fault: Partial<WebhookFault> & Pick<WebhookFault, 'mishap'>) =>
  world.webhookFaults.add({ eventType: '*', times: 1, ...fault });

const arrived = ({ sent }: Setup) => sent.map(({ params }) => params['Body']);

describe('a planned fault of webhooks', () => {
  it('loses one on its way: it never arrives, and Twilio sees no answer', async () => {
    const setup = setUp();
    const write = await listening(setup);
    plan(setup, { mishap: 'lost' });
    await write('one');
    await write('two');
    expect(arrived(setup)).toEqual(['two']);
    expect(setup.world.deliveries()[0]?.outcome).toMatchObject({ failure: expect.stringContaining('lost') });
    expect(setup.world.webhookFaults.list()).toEqual([]);
  });

  it('loses one that is sent again where Twilio tries again', async () => {
    const setup = setUp({ switches: { webhookRetry: 'once' } });
    const write = await listening(setup);
    plan(setup, { mishap: 'lost' });
    await write('one');
    expect(setup.sent.map(({ params }) => [params['Body'], params['RetryCount']])).toEqual([['one', '1']]);
  });

  it('loses the answer: it arrives, and comes again where Twilio tries again, with the same token', async () => {
    const setup = setUp({ switches: { webhookRetry: 'once' } });
    const write = await listening(setup);
    plan(setup, { mishap: 'answer-lost' });
    await write('one');
    expect(setup.sent.map(({ params }) => params['RetryCount'])).toEqual(['0', '1']);
    const tokens = setup.sent.map(({ headers }) => headers['i-twilio-idempotency-token']);
    expect(new Set(tokens).size).toBe(1);
  });

  it('makes one late, by the clock', async () => {
    const setup = setUp();
    const write = await listening(setup);
    plan(setup, { mishap: 'late', delayMs: 60_000 });
    await write('one');
    await write('two');
    setup.world.clock.advance(59_999);
    await setup.world.settled();
    expect(arrived(setup)).toEqual(['two']);
    setup.world.clock.advance(1);
    await setup.world.settled();
    expect(arrived(setup)).toEqual(['two', 'one']);
  });

  it('sends one twice, alike', async () => {
    const setup = setUp();
    const write = await listening(setup);
    plan(setup, { mishap: 'twice' });
    await write('one');
    expect(arrived(setup)).toEqual(['one', 'one']);
    expect(setup.sent[0]).toEqual(setup.sent[1]);
  });

  it('lets the next one overtake it', async () => {
    const setup = setUp();
    const write = await listening(setup);
    plan(setup, { mishap: 'out-of-order' });
    await write('one');
    expect(arrived(setup)).toEqual([]);
    await write('two');
    await write('three');
    expect(arrived(setup)).toEqual(['two', 'one', 'three']);
  });

  it('lets nothing overtake it for longer than its delay', async () => {
    const setup = setUp();
    const write = await listening(setup);
    plan(setup, { mishap: 'out-of-order', delayMs: 2_000 });
    await write('one');
    setup.world.clock.advance(2_000);
    await write('two');
    expect(arrived(setup)).toEqual(['one', 'two']);
  });

  it('hits only the event, the service and the address that it names', async () => {
    const setup = setUp();
    const write = await listening(setup);
    plan(setup, { mishap: 'lost', eventType: 'onParticipantAdded' });
    plan(setup, { mishap: 'lost', kind: 'taskrouter' });
    plan(setup, { mishap: 'lost', url: 'https://elsewhere.twil.io' });
    await write('one');
    expect(arrived(setup)).toEqual(['one']);
    expect(setup.world.webhookFaults.list()).toHaveLength(3);
  });

  it('hits the events of TaskRouter as well', async () => {
    const setup = setUp();
    setup.world.taskRouter.setEventCallback(HOOK, ['task.created', 'task-queue.entered']);
    plan(setup, { mishap: 'twice', kind: 'taskrouter', eventType: 'task.created' });
    setup.world.customers.write({ channel: 'web', address: 'grace', name: 'Grace', body: 'Hi' });
    await setup.world.settled();
    const types = setup.sent.map(({ params }) => params['EventType']).sort();
    expect(types).toEqual(['task-queue.entered', 'task.created', 'task.created']);
  });

  it('is forgotten at a reset, with what it held back', async () => {
    const setup = setUp();
    const write = await listening(setup);
    plan(setup, { mishap: 'late', delayMs: 1_000 });
    await write('one');
    plan(setup, { mishap: 'lost' });
    setup.world.reset();
    setup.world.clock.advance(5_000);
    await setup.world.settled();
    expect(setup.sent).toEqual([]);
    expect(setup.world.webhookFaults.list()).toEqual([]);
  });
});
