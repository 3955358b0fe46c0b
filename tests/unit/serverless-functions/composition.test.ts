/** @jest-environment node */
import { compose } from '../../../serverless-functions/src/composition';
import type { Environment } from '../../../serverless-functions/src/http/runtime';
import { fakeTwilio, refusal } from './support/fake-http';
import { ADA, sid } from './support/fixtures';

const environment: Environment = {
  ACCOUNT_SID: sid('AC'),
  AUTH_TOKEN: 'secret',
  DOMAIN_NAME: 'parking-local.twil.io',
  TWILIO_FLEX_WORKSPACE_SID: sid('WS'),
  TWILIO_FLEX_SYNC_SID: sid('IS', 1),
  PARKING_SYNC_SID: sid('IS', 2),
  PARKING_LOG: 'silent',
};

function open() {
  const http = fakeTwilio(() => refusal(404));
  const context = { getTwilioClient: () => http.client };
  return { ...http, operations: compose({ context, environment, functionName: 'x', callerWaitsMs: 4_500 }) };
}

describe('the Functions as they are put together', () => {
  it('keep records in the feature’s own Sync service, which browsers cannot write', async () => {
    const { operations, sent } = open();
    const request = { conversationSid: sid('CH'), routeTo: 'me' } as const;
    await expect(operations.unpark(request, Promise.resolve(ADA))).rejects.toMatchObject({ code: expect.any(String) });
    const sync = sent.filter(({ host }) => host === 'sync.twilio.com').map(({ path }) => path);
    expect(sync).toEqual([`/v1/Services/${sid('IS', 2)}/Documents/ParkedInteraction_${sid('CH')}`]);
  });

  it('ignore a wake of a conversation that nobody parked', async () => {
    const { operations } = open();
    const message = { conversationSid: sid('CH'), index: 1, author: 'grace', parkId: 'park-1' };
    expect(await operations.wake(message)).toEqual({ status: 'ignored', why: 'nothing-parked' });
  });

  it('ignore the events of tasks that are not ours', async () => {
    const event = { what: 'died', taskSid: sid('WT'), conversationSid: sid('CH') } as const;
    expect(await open().operations.taskEvents([event])).toEqual({ status: 'ignored' });
  });
});
