/** @jest-environment node */
import { TwilioFailure } from '../../../../serverless-functions/src/parking/errors';
import { Calls } from '../../../../serverless-functions/src/twilio/calls';
import { createConversations } from '../../../../serverless-functions/src/twilio/conversations';
import { createParkedSlots } from '../../../../serverless-functions/src/twilio/parked-slots';
import { fakeClock } from '../support/fake-clock';
import { fakeTwilio } from '../support/fake-http';
import { ADA, sid } from '../support/fixtures';

/** The first call is given up at once; its answer comes while the second one is on its way. */
function impatientFirst() {
  let waits = 0;
  const clock = {
    ...fakeClock(),
    timeout: <T>(promise: Promise<T>) => (waits++ === 0 ? Promise.reject(new TwilioFailure('unknown')) : promise),
  };
  return new Calls(clock, { callUntilMs: 9_000, retryUntilMs: 8_500 });
}

/** The first answer comes after the second question and before its answer. */
function lateFirst(body: object) {
  let askedAgain = () => {};
  const late = new Promise<void>((resolve) => (askedAgain = resolve));
  let asked = 0;
  return fakeTwilio(async () => {
    asked += 1;
    if (asked === 1) await late;
    else
      await new Promise<void>((resolve) => {
        askedAgain();
        setImmediate(resolve);
      });
    return { status: 200, body };
  });
}

/** The SDK's `list` writes into the object that it is given, so two calls that share one mix up their answers. */
describe('a late answer to a list is not taken for that of its repetition', () => {
  it('when the newest messages are read', async () => {
    const message = { author: 'grace', participant_sid: sid('MB'), date_created: '2026-03-04T12:00:00Z' };
    const messages = [2, 1, 0].map((index) => ({ ...message, index }));
    const { client, sent } = lateFirst({ messages, meta: { key: 'messages' } });
    const read = await createConversations(client, impatientFirst()).newestMessages(sid('CH'));
    expect(read.messages.map(({ index }) => index)).toEqual([2, 1, 0]);
    expect(sent).toHaveLength(2);
  });

  it('when it is read what an agent has parked', async () => {
    const items = [{ key: 'park-1', data: { conversationSid: sid('CH') } }];
    const { client, sent } = lateFirst({ items, meta: { key: 'items' } });
    const read = await createParkedSlots(client, impatientFirst(), sid('IS')).of(ADA.workerSid);
    expect(read).toMatchObject([{ parkId: 'park-1' }]);
    expect(sent).toHaveLength(2);
  });
});
