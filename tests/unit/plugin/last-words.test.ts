/** @jest-environment node */
import { lastWords } from '../../../plugin-src/flex/conversation';
import { aConversation, MY_IDENTITY } from './support/fixtures';

const by = (author: string, index: number, atMs: number) => ({
  index,
  isFromMe: author === MY_IDENTITY,
  source: { author, timestamp: new Date(atMs) },
});
const after = (...messages: ReturnType<typeof by>[]) => lastWords(aConversation({ messages }));

describe('the last words', () => {
  it('are an answer when I wrote them after the customer', () => {
    expect(after(by('grace', 0, 10), by(MY_IDENTITY, 1, 20))).toEqual({ atMs: 20, answeredAtMs: 20 });
  });

  it('are no answer when they are the customer’s', () => {
    expect(after(by(MY_IDENTITY, 0, 10), by('grace', 1, 20))).toEqual({ atMs: 20, answeredAtMs: undefined });
  });

  it('leave my answer standing when a bot or the system wrote them', () => {
    expect(after(by(MY_IDENTITY, 0, 10), by('bot', 1, 20))).toEqual({ atMs: 20, answeredAtMs: 10 });
  });

  it('are the newest, whatever order Flex holds the messages in', () => {
    expect(after(by(MY_IDENTITY, 2, 20), by('grace', 1, 10))).toEqual({ atMs: 20, answeredAtMs: 20 });
  });

  it('are missing while nobody has written', () => {
    expect(after()).toBeUndefined();
  });
});
