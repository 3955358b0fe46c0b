/** @jest-environment node */
import { authorOf, unseen } from '../../../../../serverless-functions/src/parking/domain/messages';
import { aPark, sid } from '../../support/fixtures';

const web = { participantSid: sid('MB', 1), identity: 'grace' };
const whatsapp = { participantSid: sid('MB', 2), address: 'whatsapp:+15550002' };
const park = aPark({ customers: [web, whatsapp] });

describe('who wrote', () => {
  it.each([
    ['the customer, by their participant', { author: 'grace', participantSid: sid('MB', 1) }, 'customer'],
    ['the customer under another author name', { author: 'Grace H.', participantSid: sid('MB', 1) }, 'customer'],
    ['the customer, by their chat identity', { author: 'grace' }, 'customer'],
    ['the customer, by their messaging address', { author: 'whatsapp:+15550002' }, 'customer'],
    ['the agent who parked', { author: 'ada', participantSid: sid('MB', 8) }, 'not-a-customer'],
    ['the agent who parked, without a participant', { author: 'ada' }, 'not-a-customer'],
    ['a bot or the system, which have no participant', { author: 'system' }, 'not-a-customer'],
    ['nobody at all', { author: '' }, 'not-a-customer'],
    ['a participant nobody knows', { author: 'wanda', participantSid: sid('MB', 9) }, 'unknown'],
    ['a participant who only borrows the name', { author: 'grace', participantSid: sid('MB', 9) }, 'unknown'],
  ])('is told: %s', (_, message, author) => {
    expect(authorOf(message, park)).toBe(author);
  });
});

describe('unseen messages', () => {
  const messages = [{ index: 5 }, { index: 4 }, { index: 3 }, { index: 0 }];

  it('are those after the last one that the agent had on screen', () => {
    expect(unseen(messages, aPark({ lastSeenMessageIndex: 3 }))).toEqual([{ index: 5 }, { index: 4 }]);
  });

  it('are all of them when the agent had none on screen', () => {
    expect(unseen(messages, aPark({ lastSeenMessageIndex: -1 }))).toEqual(messages);
  });
});
