/** @jest-environment node */
import { parkRequest } from '../../../../serverless-functions/src/contract/park';
import { messageAdded } from '../../../../serverless-functions/src/http/message-added';
import { sid } from '../support/fixtures';

describe('a number that is not there', () => {
  it.each(['', null])('is no message index: %j counts as new', (Index) => {
    const event = { EventType: 'onMessageAdded', ConversationSid: sid('CH'), Author: 'grace', parkId: 'park-1', Index };
    expect(messageAdded.parse(event).index).toBeUndefined();
  });

  it('is no last seen message', () => {
    const sids = { taskSid: sid('WT'), interactionSid: sid('KD'), channelSid: sid('UO'), conversationSid: sid('CH') };
    expect(parkRequest.safeParse({ ...sids, lastSeenMessageIndex: '' }).success).toBe(false);
  });
});
