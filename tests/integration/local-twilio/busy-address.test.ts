/** @jest-environment node */
import { ids, proxyAddresses } from '../../../local-twilio/src/account/seed/contact-centre';
import { atOnce } from '../../../local-twilio/src/services/customers/commands';
import { setUp } from './sdk';

const wanda = { channel: 'whatsapp', address: '+15550002222', name: 'Wanda' } as const;

/**
 * "If an address pair is in an active Conversation already, it cannot be added to another":
 * https://www.twilio.com/docs/flex/developer/conversations/best-practices and https://www.twilio.com/docs/api/errors/50416
 */
describe('an outbound interaction for a customer who is in an open Conversation', () => {
  const outbound = (setup: ReturnType<typeof setUp>) =>
    setup.client.flexApi.v1.interaction.create({
      channel: {
        type: 'whatsapp',
        initiated_by: 'agent',
        participants: [{ address: 'whatsapp:+15550002222', proxy_address: proxyAddresses.whatsapp }],
      },
      routing: {
        properties: {
          workspace_sid: ids.workspace,
          workflow_sid: ids.workflow,
          queue_sid: [...setup.world.taskRouter.queues()][0]?.sid,
          worker_sid: setup.person('ada').workerSid,
          task_channel_unique_name: 'chat',
        },
      },
    });

  it('is refused, and leaves neither a Conversation nor an interaction nor a task behind', async () => {
    const setup = setUp();
    const { world } = setup;
    world.customers.write({ ...wanda, body: 'Hi' });
    const before = [
      world.conversations.list().length,
      world.flex.interactions().length,
      world.taskRouter.tasks().length,
    ];
    await expect(outbound(setup)).rejects.toMatchObject({ status: 409, code: 50416 });
    const after = [
      world.conversations.list().length,
      world.flex.interactions().length,
      world.taskRouter.tasks().length,
    ];
    expect(after).toEqual(before);
  });

  it('is made once that Conversation is closed, and what they write then comes there', async () => {
    const setup = setUp();
    const { world } = setup;
    const { conversationSid } = atOnce(world.customers.write({ ...wanda, body: 'Hi' }));
    world.conversations.update(conversationSid, { state: 'closed' });
    const { sid } = await outbound(setup);
    const reply = atOnce(world.customers.write({ ...wanda, body: 'Yes?' }));
    expect(reply.conversationSid).toBe(world.flex.channels(sid)[0]?.conversationSid);
  });
});
