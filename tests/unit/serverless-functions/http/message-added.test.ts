/** @jest-environment node */
import { messageAdded } from '../../../../serverless-functions/src/http/message-added';
import { sid } from '../support/fixtures';

const event = {
  EventType: 'onMessageAdded',
  ConversationSid: sid('CH'),
  Index: '12',
  Author: 'grace',
  ParticipantSid: sid('MB'),
  Body: 'hello',
  Attributes: '{}',
  parkId: 'park-1',
};

describe('the event of a new message', () => {
  it('says where, which, by whom, and what, for a closing remark may wait', () => {
    expect(messageAdded.parse(event)).toStrictEqual({
      conversationSid: sid('CH'),
      index: 12,
      author: 'grace',
      participantSid: sid('MB'),
      said: { body: 'hello', hasMedia: false },
      parkId: 'park-1',
    });
  });

  it('says that something is attached, whatever it is', () => {
    const Media = JSON.stringify([{ Sid: sid('ME'), ContentType: 'image/png', Filename: 'a.png', Size: 1 }]);
    expect(messageAdded.parse({ ...event, Media }).said.hasMedia).toBe(true);
  });

  it.each([undefined, ['a', 'b']])('with Body %p says nothing that could be taken for a closing remark', (Body) => {
    expect(messageAdded.parse({ ...event, Body }).said.body).toBe('');
  });

  it.each([undefined, null, '', 'x', '-1', '1.5', []])(
    'with Index %s has no number, so that it counts as new',
    (Index) => {
      expect(messageAdded.parse({ ...event, Index }).index).toBeUndefined();
    },
  );

  it.each([undefined, '', 'MBx'])('with ParticipantSid “%s” has no participant', (ParticipantSid) => {
    expect(messageAdded.parse({ ...event, ParticipantSid })).not.toHaveProperty('participantSid');
  });

  it('may have no author', () => {
    expect(messageAdded.parse({ ...event, Author: undefined }).author).toBe('');
  });

  it.each([
    { EventType: 'onMessageUpdated' },
    { EventType: undefined },
    { ConversationSid: 'CH1' },
    { parkId: undefined },
    { parkId: '' },
    { parkId: 'x'.repeat(65) },
    { parkId: ['park-1', 'park-2'] },
  ])('is none of ours with %j', (changes) => {
    expect(messageAdded.safeParse({ ...event, ...changes }).success).toBe(false);
  });
});
