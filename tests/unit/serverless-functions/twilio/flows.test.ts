/** @jest-environment node */
import { Calls } from '../../../../serverless-functions/src/twilio/calls';
import { createFlows } from '../../../../serverless-functions/src/twilio/flows';
import { fakeClock } from '../support/fake-clock';
import { fakeTwilio, refusal, type Answering } from '../support/fake-http';
import { aPark, sid } from '../support/fixtures';

const FLOW = sid('FW');
const WEBHOOKS = `/v1/Conversations/${sid('CH')}/Webhooks`;

const webhook = (nth: number, target: string, configuration: object) => ({
  sid: sid('WH', nth),
  target,
  configuration,
});

function open(answering: Answering) {
  const http = fakeTwilio(answering);
  const calls = new Calls(fakeClock(), { callUntilMs: 9_000, retryUntilMs: 8_500 });
  return { ...http, flows: createFlows(http.client, calls) };
}

const holding = (...webhooks: object[]) =>
  open(({ method }) => ({
    status: method === 'POST' ? 201 : 200,
    body: { sid: sid('WH'), webhooks, meta: { key: 'webhooks' } },
  }));

describe('a Studio flow on a conversation', () => {
  it('is a scoped webhook that asks for the messages the agent has not seen', async () => {
    const { flows, sent } = holding();
    await flows.attach(aPark(), FLOW);
    const form = { Target: 'studio', 'Configuration.FlowSid': FLOW, 'Configuration.ReplayAfter': 3 };
    expect(sent).toMatchObject([{ method: 'POST', path: WEBHOOKS, form }]);
  });

  it('asks for no replay where the agent had seen nothing', async () => {
    const { flows, sent } = holding();
    await flows.attach(aPark({ lastSeenMessageIndex: -1 }), FLOW);
    expect(sent[0]?.form).not.toHaveProperty('Configuration.ReplayAfter');
  });

  it('is there when the answer was lost and it can be seen, and not attached twice', async () => {
    const { flows, sent, fail } = holding(webhook(1, 'studio', { flow_sid: FLOW }));
    fail('POST', 'lost-answer');
    await flows.attach(aPark(), FLOW);
    expect(sent.filter(({ method }) => method === 'POST')).toHaveLength(1);
  });

  it('is unknown when the answer was lost and it cannot be seen', async () => {
    const { flows, fail } = holding();
    fail('POST', 'lost-request');
    await expect(flows.attach(aPark(), FLOW)).rejects.toMatchObject({ kind: 'unknown' });
  });

  it('is refused where Twilio refuses', async () => {
    const { flows } = open(() => refusal(400, 50361));
    await expect(flows.attach(aPark(), FLOW)).rejects.toMatchObject({ kind: 'refused' });
  });

  it('is taken off however often it is there, and nobody else’s', async () => {
    const { flows, sent } = holding(
      webhook(1, 'studio', { flow_sid: FLOW }),
      webhook(2, 'studio', { flow_sid: sid('FW', 2) }),
      webhook(3, 'webhook', { url: 'https://bot.example.com', flow_sid: FLOW }),
      webhook(4, 'studio', { flow_sid: FLOW }),
    );
    await flows.detach(sid('CH'), FLOW);
    const removed = sent.filter(({ method }) => method === 'DELETE').map(({ path }) => path);
    expect(removed).toEqual([`${WEBHOOKS}/${sid('WH', 1)}`, `${WEBHOOKS}/${sid('WH', 4)}`]);
  });

  it('is gone where the conversation is', async () => {
    await expect(open(() => refusal(404)).flows.detach(sid('CH'), FLOW)).resolves.toBeUndefined();
  });
});
