/** @jest-environment node */
import { atOnce } from '../../../local-twilio/src/services/customers/commands';
import {
  channelName,
  messagesName,
  myConversationsName,
  projectedSid,
  rosterName,
} from '../../../local-twilio/src/services/conversations/browser/names';
import { pagesOf, type Page } from './pages';
import { setUp } from './sdk';

const grace = { channel: 'web', address: 'grace', name: 'Grace' } as const;
const ROUNDS = 10;

/** Ada talks with Grace, in a page that follows the conversation as the SDK does. */
async function talking() {
  const setup = setUp();
  const { world } = setup;
  setup.makeAvailable('ada');
  const { conversationSid } = atOnce(world.customers.write({ ...grace, body: 'Message 0' }));
  setup.accept('ada');
  const pages = pagesOf(world);
  const ada = pages.open('ada');
  const me = world.conversations.user(setup.person('ada').identity);
  await ada.follow({ kind: 'map', sid: projectedSid('map', myConversationsName(me.sid)) });
  await ada.follow({ kind: 'list', sid: projectedSid('list', messagesName(conversationSid)) });
  const channel = world.flex.channelOfConversation(conversationSid);
  if (!channel) throw new Error('No channel');
  const { interactionSid, sid: channelSid } = channel;
  return {
    ...setup,
    ...{ pages, ada, conversationSid, mine: myConversationsName(me.sid) },
    write: (body: string) => world.customers.write({ ...grace, body }),
    leave() {
      const agent = world.flex.participants(interactionSid, channelSid).find(({ type }) => type === 'agent');
      world.flex.closeParticipant({ interactionSid, channelSid, participantSid: agent?.sid ?? '' }, 'closed');
    },
    comeBack() {
      if (!channel.lastRouting) throw new Error('Nothing to come back by');
      world.flex.invite(interactionSid, channelSid, channel.lastRouting);
      setup.accept('ada');
    },
  };
}

type Talk = Awaited<ReturnType<typeof talking>>;

const cds = (page: Page, path: string) => page.get(`cds.us1.twilio.com/v3/${path}`);
const itemsOf = (body: unknown) =>
  (body as { items: { key?: string; data: { text?: string; identity?: string } }[] }).items;

/** Message texts, the names of who is in it, and whether it is among Ada's conversations, as Ada's page reads them. */
async function read({ ada, conversationSid, mine }: Talk) {
  const messages = await cds(ada, `Lists/${messagesName(conversationSid)}/Items?PageSize=100`);
  const roster = await cds(ada, `Maps/${rosterName(conversationSid)}/Items`);
  const channel = await cds(ada, `Documents/${channelName(conversationSid)}`);
  const own = await cds(ada, `Maps/${mine}/Items`);
  if (messages.status !== 200) return { statuses: [messages.status, roster.status, channel.status] };
  return {
    texts: itemsOf(messages.body).map(({ data }) => data.text),
    identities: itemsOf(roster.body).map(({ data }) => data.identity),
    mine: itemsOf(own.body).map(({ key }) => key),
  };
}

const heardTexts = ({ ada }: Talk) =>
  ada.heard.flatMap(({ event_type, event }) =>
    event_type === 'list_item_added' ? [(event as { item_data: { text: string } }).item_data.text] : [],
  );

/** https://www.twilio.com/docs/conversations/api/conversation-participant-resource */
describe('who is taken out of a conversation and comes back (docs/conversations/api/conversation-participant-resource)', () => {
  it.each([0, 500, 1000, 2000, 3000])(
    `has all messages and is in it, every time, when the customer writes %i ms after that`,
    async (afterMs) => {
      const talk = await talking();
      const texts = ['Message 0'];
      for (let round = 1; round <= ROUNDS; round += 1) {
        talk.leave();
        talk.world.clock.advance(afterMs);
        talk.write(`Message ${round}`);
        talk.comeBack();
        await talk.pages.settled();
        texts.push(`Message ${round}`);
        expect(await read(talk)).toEqual({
          texts,
          identities: expect.arrayContaining(['grace', talk.person('ada').identity]),
          mine: [talk.conversationSid],
        });
      }
      talk.pages.close();
    },
  );

  it('hears of no new message until then, though their page still follows the messages', async () => {
    const talk = await talking();
    talk.write('Before');
    talk.leave();
    talk.write('Meanwhile');
    await talk.pages.settled();
    expect(heardTexts(talk)).toEqual(['Before']);
    expect(await read(talk)).toEqual({ statuses: [404, 404, 404] });

    talk.comeBack();
    talk.write('After');
    await talk.pages.settled();
    expect(heardTexts(talk)).toEqual(['Before', 'After']);
    expect(await read(talk)).toMatchObject({ texts: ['Message 0', 'Before', 'Meanwhile', 'After'] });
    talk.pages.close();
  });

  it('is told that it is not theirs any more, and then that it is again', async () => {
    const talk = await talking();
    talk.leave();
    talk.comeBack();
    await talk.pages.settled();
    const told = talk.ada.heard.map(({ event_type }) => event_type).filter((type) => /^map_item/.test(type ?? ''));
    expect(told.slice(0, 2)).toEqual(['map_item_removed', 'map_item_added']);
    talk.pages.close();
  });
});
