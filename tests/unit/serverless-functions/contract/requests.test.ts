/** @jest-environment node */
import { parkAnswer, parkRequest } from '../../../../serverless-functions/src/contract/park';
import { reconcileAnswer } from '../../../../serverless-functions/src/contract/reconcile';
import { unparkAnswer, unparkRequest } from '../../../../serverless-functions/src/contract/unpark';
import { sid } from '../support/fixtures';

const conversationSid = sid('CH');
const park = {
  taskSid: sid('WT'),
  interactionSid: sid('KD'),
  channelSid: sid('UO'),
  conversationSid,
  lastSeenMessageIndex: '12',
};

describe('a request to park', () => {
  it('is flat form fields, whose number comes as text', () => {
    expect(parkRequest.parse(park)).toEqual({ ...park, lastSeenMessageIndex: 12 });
    expect(parkRequest.parse({ ...park, lastSeenMessageIndex: '-1' }).lastSeenMessageIndex).toBe(-1);
  });

  it('leaves out what it does not know, such as the token', () => {
    expect(parkRequest.parse({ ...park, Token: 'secret', workerSid: sid('WK') })).not.toHaveProperty('Token');
  });

  it.each(Object.keys(park))('needs %s', (field) => {
    expect(parkRequest.safeParse({ ...park, [field]: undefined }).success).toBe(false);
    expect(parkRequest.safeParse({ ...park, [field]: 'x' }).success).toBe(false);
  });

  it.each(['-2', '1.5', 'NaN', 'Infinity', '', ' ', '1e3', null, true, []])(
    'does not take %s as a message index',
    (lastSeenMessageIndex) => {
      expect(parkRequest.safeParse({ ...park, lastSeenMessageIndex }).success).toBe(false);
    },
  );
});

describe('an answer to park', () => {
  it.each([
    { status: 'parked', conversationSid },
    { status: 'parked', conversationSid, listItem: { mapSid: sid('MP'), mapItemKey: conversationSid } },
    { status: 'returned', conversationSid },
  ])('may be %j', (answer) => expect(parkAnswer.parse(answer)).toEqual(answer));

  it.each([
    { status: 'parked' },
    { status: 'gone', conversationSid },
    { status: 'parked', conversationSid, listItem: { mapSid: sid('MP') } },
  ])('may not be %j', (answer) => expect(parkAnswer.safeParse(answer).success).toBe(false));
});

describe('a request to unpark', () => {
  it('asks for the caller unless it says otherwise', () => {
    expect(unparkRequest.parse({ conversationSid })).toEqual({ conversationSid, routeTo: 'me' });
  });

  it.each(['me', 'workflow', 'original'])('may ask for %s', (routeTo) => {
    expect(unparkRequest.parse({ conversationSid, routeTo }).routeTo).toBe(routeTo);
  });

  it.each([
    { routeTo: 'worker', workerSid: sid('WK') },
    { routeTo: 'queue', queueSid: sid('WQ') },
  ])('may name an agent or a queue: $routeTo', (destination) => {
    expect(unparkRequest.parse({ conversationSid, ...destination, Token: 'secret' })).toEqual({
      conversationSid,
      ...destination,
    });
  });

  it.each([
    { routeTo: 'worker' },
    { routeTo: 'queue' },
    { routeTo: 'worker', workerSid: sid('WQ') },
    { routeTo: 'queue', queueSid: sid('WK') },
    { routeTo: 'worker', queueSid: sid('WQ') },
  ])('may not name half of one: %j', (destination) => {
    expect(unparkRequest.safeParse({ conversationSid, ...destination }).success).toBe(false);
  });

  it('may not ask for anybody else, or without a conversation', () => {
    expect(unparkRequest.safeParse({ conversationSid, routeTo: sid('WK') }).success).toBe(false);
    expect(unparkRequest.safeParse({ routeTo: 'me' }).success).toBe(false);
  });
});

describe('an answer to unpark', () => {
  it.each([
    { status: 'unparked', conversationSid, taskSid: sid('WT') },
    { status: 'already-unparked', conversationSid, taskSid: sid('WT') },
    { status: 'already-unparked', conversationSid },
  ])('may be %j', (answer) => expect(unparkAnswer.parse(answer)).toEqual(answer));

  it('names the new task when it made one', () => {
    expect(unparkAnswer.safeParse({ status: 'unparked', conversationSid }).success).toBe(false);
  });
});

describe('an answer to reconcile', () => {
  const line = { conversationSid, what: 'webhook created' };

  it.each([
    { status: 'leased' },
    { status: 'reconciled', checked: 2, repairs: [line], needsAPerson: [line], more: true },
  ])('may be %j', (answer) => expect(reconcileAnswer.parse(answer)).toEqual(answer));

  it('is complete or no answer', () => {
    expect(reconcileAnswer.safeParse({ status: 'reconciled', checked: 2 }).success).toBe(false);
  });
});
