/** @jest-environment node */
import { parkingSyncService } from '../../../scripts/local-parking';
import { otherSwitches, type Switches } from '../../../local-twilio/src/kernel/switches';
import { ids } from '../../../local-twilio/src/account/seed/contact-centre';
import type { ChannelType } from '../../../local-twilio/src/services/flex/entities';
import { customers, type ContactCentre, type Served } from './support/contact-centre';
import { WARM_UP_MS } from './support/desk';
import { hostFunctions, type HostedFunctions } from './support/hosted-desk';

const OTHERS = { preEngagement: { topic: 'shoes' }, crm: 'C-17', invites: ['KG1'] };
const DAY_SECONDS = 24 * 60 * 60;
const rowLivesSeconds: Record<ChannelType, number | undefined> = {
  web: DAY_SECONDS,
  whatsapp: DAY_SECONDS,
  sms: undefined,
};

/** The defaults, then each switch that Twilio leaves open turned, then all. */
const positions: { switches: string; set: Partial<Switches> }[] = [
  { switches: 'the defaults', set: {} },
  ...Object.entries(otherSwitches).map(([name, value]) => ({ switches: `${name}: ${value}`, set: { [name]: value } })),
  { switches: 'all turned', set: otherSwitches },
];
const channels: ChannelType[] = ['web', 'whatsapp', 'sms'];

let functions: HostedFunctions;
beforeAll(async () => {
  functions = await hostFunctions();
}, WARM_UP_MS);
afterAll(() => functions.close());

/** What is not ours on the conversation, which a cycle must not touch. */
function furnish({ world }: ContactCentre, conversationSid: string): void {
  const conversation = world.conversations.get(conversationSid);
  const attributes = { ...JSON.parse(conversation.attributes), ...OTHERS };
  world.conversations.update(conversationSid, { attributes: JSON.stringify(attributes) });
  world.conversations.addWebhook(conversationSid, {
    target: 'webhook',
    url: 'https://bot.example.com/messages',
    filters: ['onConversationUpdated'],
  });
}

interface Seen {
  readonly attributes: unknown;
  readonly webhooks: readonly string[];
  readonly messages: readonly (string | null)[];
  readonly customers: readonly (string | null)[];
}

function seenOf({ world }: ContactCentre, conversationSid: string): Seen {
  const { attributes, webhooks, messages, participants } = world.conversations.get(conversationSid);
  return {
    attributes: JSON.parse(attributes),
    webhooks: [...webhooks.values()].map(({ url }) => url ?? ''),
    messages: messages.map(({ body }) => body),
    customers: [...participants.values()].map(
      ({ identity, messagingBinding }) => messagingBinding?.address ?? identity,
    ),
  };
}

/** Attributes of a task that Flex sets anew for every invite are left out. */
function ownAttributes(desk: ContactCentre, taskSid: string): Record<string, unknown> {
  const { flexChannelInviteSid: _invite, originalRouting: _routing, ...own } = desk.attributesOf(taskSid);
  return own;
}

function expectNothingLeft(desk: ContactCentre, { conversationSid }: Served): void {
  expect(desk.record(conversationSid)).toBeUndefined();
  expect(desk.row('ada', conversationSid)).toBeUndefined();
  expect(desk.world.sync.service(parkingSyncService).documents.size).toBe(0);
}

/** Two invites, whose tasks may each take up to four seconds of real time to be readable. */
const CYCLE_MS = 20_000;

describe.each(positions)('with $switches', ({ set }) => {
  it.each(channels)(
    'a whole cycle on %s: parked, woken, accepted, parked, unparked, accepted',
    async (channel) => {
      const desk = functions.openDesk(set);
      const customer = customers[channel];
      const ada = desk.person('ada');
      desk.available('ada');
      const first = await desk.serve('ada', customer);
      const { conversationSid } = first;
      furnish(desk, conversationSid);
      const before = seenOf(desk, conversationSid);
      const attributes = ownAttributes(desk, first.taskSid);

      expect(await desk.park('ada', first)).toMatchObject({ status: 200, body: { status: 'parked', conversationSid } });

      const row = desk.row('ada', conversationSid);
      expect(row).toMatchObject({ data: { conversationSid, channelType: channel } });
      expect(row?.ttlSeconds).toBe(rowLivesSeconds[channel]);
      expect(desk.world.taskRouter.task(first.taskSid).assignmentStatus).toBe('completed');
      expect(desk.world.taskRouter.activeReservations(ada.workerSid)).toEqual([]);
      const parked = seenOf(desk, conversationSid);
      expect(parked.attributes).toEqual({
        ...OTHERS,
        customerName: customer.name,
        mapSid: expect.stringMatching(/^MP/),
        mapItemKey: conversationSid,
      });
      expect(parked.webhooks).toHaveLength(before.webhooks.length + 1);
      expect(desk.conversation(conversationSid).state).toBe('active');

      await desk.writes(customer, 'Are you there?');

      const [woken, ...more] = desk.openTasks(conversationSid);
      expect(more).toEqual([]);
      expect(woken).toMatchObject({ workflowSid: ids.workflow, routingTarget: null });
      expect(desk.row('ada', conversationSid)).toBeUndefined();
      const second = await desk.accept('ada');
      expect(ownAttributes(desk, second.taskSid)).toEqual(attributes);
      expect(desk.attributesOf(second.taskSid).originalRouting).toMatchObject({
        queueName: 'Support',
        queueSid: ids.queues.support,
        workerSid: ada.workerSid,
      });
      expect(seenOf(desk, conversationSid)).toEqual({ ...before, messages: [...before.messages, 'Are you there?'] });
      expectNothingLeft(desk, second);

      expect((await desk.park('ada', second)).body).toMatchObject({ status: 'parked' });
      expect((await desk.unpark('ada', conversationSid)).body).toMatchObject({ status: 'unparked' });

      expect(desk.openTasks(conversationSid).map(({ routingTarget }) => routingTarget)).toEqual([ada.workerSid]);
      expect(desk.row('ada', conversationSid)).toBeUndefined();
      const third = await desk.accept('ada');
      expect(ownAttributes(desk, third.taskSid)).toEqual(attributes);
      expect(seenOf(desk, conversationSid)).toEqual({ ...before, messages: [...before.messages, 'Are you there?'] });
      expectNothingLeft(desk, third);
    },
    CYCLE_MS,
  );
});
