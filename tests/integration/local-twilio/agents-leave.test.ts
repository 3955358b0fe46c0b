/** @jest-environment node */
import { ids } from '../../../local-twilio/src/account/seed/contact-centre';
import { atOnce } from '../../../local-twilio/src/services/customers/commands';
import { setUp } from './sdk';

const grace = { channel: 'web', address: 'grace', name: 'Grace' } as const;

/** Ada talks with Grace, and the SDK speaks of their channel. */
function talking() {
  const setup = setUp();
  setup.makeAvailable('ada');
  const { conversationSid } = atOnce(setup.world.customers.write({ ...grace, body: 'Hello' }));
  setup.accept('ada');
  const channel = setup.world.flex.channelOfConversation(conversationSid);
  if (!channel) throw new Error('No channel');
  const wire = setup.client.flexApi.v1.interaction(channel.interactionSid).channels(channel.sid);
  const inviteNext = (worker_sid?: string) =>
    wire.invites.create({
      routing: {
        properties: {
          ...{ workspace_sid: ids.workspace, workflow_sid: ids.workflow, queue_sid: ids.queues.support },
          ...{ task_channel_unique_name: 'chat', attributes: '{}', ...(worker_sid && { worker_sid }) },
        },
      },
    });
  const agents = async () => (await wire.participants.list()).filter(({ type }) => type === 'agent');
  const members = async () =>
    (await setup.client.conversations.v1.conversations(conversationSid).participants.list()).map(
      ({ identity }) => identity,
    );
  const state = async () => (await setup.client.conversations.v1.conversations(conversationSid).fetch()).state;
  return { ...setup, conversationSid, wire, inviteNext, agents, members, state };
}

/** https://www.twilio.com/docs/flex/developer/conversations/park-an-interaction */
describe('agents who leave (docs/flex/developer/conversations/park-an-interaction)', () => {
  it('in the same moment leave the customer in an interaction that another can be invited to', async () => {
    const talk = talking();
    talk.makeAvailable('ben');
    await talk.inviteNext(talk.person('ben').workerSid);
    talk.accept('ben');
    const both = await talk.agents();
    expect(both).toHaveLength(2);

    await Promise.all(both.map(({ sid }) => talk.wire.participants(sid).update({ status: 'closed' })));

    expect(await talk.agents()).toEqual([]);
    expect(await talk.state()).toBe('active');
    expect(await talk.members()).toEqual(['grace']);
    await talk.inviteNext();
    expect(talk.offered('ada') ?? talk.offered('ben')).toBeDefined();
  });

  it('while a colleague is waited for leave that invite open, and the customer to whoever accepts it', async () => {
    const talk = talking();
    await talk.inviteNext();
    const [ada] = await talk.agents();

    await talk.wire.participants(ada?.sid ?? '').update({ status: 'closed' });

    expect(await talk.state()).toBe('active');
    talk.makeAvailable('ben');
    talk.accept(talk.offered('ben') ? 'ben' : 'ada');
    expect(await talk.agents()).toHaveLength(1);
    expect(await talk.members()).toContain('grace');
  });
});
