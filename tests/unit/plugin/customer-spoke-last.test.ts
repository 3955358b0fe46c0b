/** @jest-environment node */
import { customerSpokeLast } from '../../../plugin-src/flex/conversation';
import { aConversation, aMessageBy, MY_IDENTITY } from './support/fixtures';

const after = (...messages: ReturnType<typeof aMessageBy>[]) => customerSpokeLast(aConversation({ messages }));

describe('the customer spoke last', () => {
  it('when the newest message is by somebody else in the conversation', () => {
    expect(after(aMessageBy(MY_IDENTITY, 0), aMessageBy('grace', 1))).toBe(true);
    expect(after(aMessageBy('grace', 1), aMessageBy(MY_IDENTITY, 2))).toBe(false);
  });

  it('whatever order Flex holds the messages in', () => {
    expect(after(aMessageBy('grace', 4), aMessageBy(MY_IDENTITY, 3))).toBe(true);
  });

  it('not when a bot, the system or an agent who has left wrote it', () => {
    expect(after(aMessageBy('grace', 0), aMessageBy('system', 1))).toBe(false);
  });

  it('not when nobody has written', () => {
    expect(after()).toBe(false);
  });

  it('on SMS and WhatsApp too, whose customers have no identity', () => {
    const sam = { index: 3, isFromMe: false, source: { author: '+15550003333', participantSid: 'MB3' } };
    const participants = new Map([['MB3', { source: { sid: 'MB3' } }]]);
    expect(customerSpokeLast(aConversation({ messages: [sam], participants }))).toBe(true);
    const bot = { ...sam, source: { author: 'bot', participantSid: null } };
    expect(customerSpokeLast(aConversation({ messages: [bot], participants }))).toBe(false);
  });
});
