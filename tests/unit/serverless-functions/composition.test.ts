/** @jest-environment node */
import { NEWS_ASKED_FOR } from './parking/fake-world';
import { compose } from '../../../serverless-functions/src/composition';
import type { Environment } from '../../../serverless-functions/src/http/runtime';
import { taskEvents } from '../../../serverless-functions/src/parking/upkeep/task-event';
import { unpark } from '../../../serverless-functions/src/parking/unpark/unpark';
import { wake } from '../../../serverless-functions/src/parking/unpark/wake';
import { fakeTwilio, refusal, type Answering } from './support/fake-http';
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

function open(answering: Answering = () => refusal(404)) {
  const http = fakeTwilio(answering);
  const timeouts: unknown[] = [];
  const { request } = http.client;
  http.client.request = (options) => {
    timeouts.push(options.timeout);
    return request.call(http.client, options);
  };
  const context = { getTwilioClient: () => http.client };
  return { ...http, timeouts, ...compose({ context, environment, functionName: 'x', callerWaitsMs: 4_500 }) };
}

describe('the Functions as they are put together', () => {
  it('keep records in the feature’s own Sync service, which browsers cannot write', async () => {
    const { ports, sent } = open();
    const request = { conversationSid: sid('CH'), routeTo: 'me' } as const;
    await expect(unpark(ports, request, Promise.resolve(ADA))).rejects.toMatchObject({ code: expect.any(String) });
    const sync = sent.filter(({ host }) => host === 'sync.twilio.com').map(({ path }) => path);
    expect(sync).toEqual([`/v1/Services/${sid('IS', 2)}/Documents/ParkedInteraction_${sid('CH')}`]);
  });

  it('ignore a wake of a conversation that nobody parked', async () => {
    const { ports } = open();
    const message = { conversationSid: sid('CH'), index: 1, author: 'grace', said: NEWS_ASKED_FOR, parkId: 'park-1' };
    expect(await wake(ports, message)).toEqual({ status: 'ignored', why: 'nothing-parked' });
  });

  it('ignore the events of tasks that are not ours', async () => {
    const event = { what: 'died', taskSid: sid('WT'), conversationSid: sid('CH') } as const;
    expect(await taskEvents(open().ports, [event])).toEqual({ status: 'ignored' });
  });

  it('end each request themselves after the time that its call may take', async () => {
    const { ports, timeouts } = open();
    await ports.records.read(sid('CH'));
    await ports.interactions
      .release({ interactionSid: sid('KD'), channelSid: sid('UO') }, sid('UT'), 'closed')
      .catch(() => undefined);
    expect(timeouts[0]).toBe(2_500);
    expect(timeouts[1]).toBeGreaterThan(2_500);
    expect(timeouts[1]).toBeLessThanOrEqual(4_000);
  });

  it('say when no write is under way any more', async () => {
    let answer: () => void = () => undefined;
    const slow = new Promise<void>((resolve) => (answer = resolve));
    const { ports, allWritesEnded } = open(async () => {
      await slow;
      return { status: 200, body: {} };
    });
    const order: string[] = [];
    const writing = ports.conversations.putAttributes(sid('CH'), '{}').then(() => order.push('written'));
    const ended = allWritesEnded().then(() => order.push('ended'));
    await new Promise((later) => setImmediate(later));
    expect(order).toEqual([]);
    answer();
    await Promise.all([writing, ended]);
    expect(order).toHaveLength(2);
  });

  it('remember from one invocation to the next what a container may', () => {
    expect(open().tokens).toBe(open().tokens);
  });
});
