/** @jest-environment node */
import { checkReplies } from '../../../deploy/doctor/check-replies';
import type { Facts, FlowFacts } from '../../../deploy/doctor/facts';
import { DOMAIN, healthyFacts, healthyState, SUPPORT } from './account-facts';

const FLOW = `FW${'1'.repeat(32)}`;
const nobodyHears = { eventCallback: { url: undefined, filter: [] } };

function linesFor(feature: object, state: Parameters<typeof healthyState>[0] = {}, flows: Facts['flows'] = {}) {
  const park_interaction = { enabled: true, ...feature };
  const custom_data = { serverless_functions_url: `https://${DOMAIN}`, features: { park_interaction } };
  return checkReplies({
    ...healthyFacts({ flows }),
    account: healthyState({ ...state, uiAttributes: { custom_data } }),
  });
}

describe('what the doctor says about customer replies', () => {
  it('is nothing while they go by the workflow, or while the settings are wrong', () => {
    expect(linesFor({})).toEqual([]);
    expect(linesFor({ on_customer_reply: 'elsewhere' })).toEqual([]);
  });

  it.each([
    [{ on_customer_reply: 'worker' }, 'go to: worker'],
    [{ on_customer_reply: 'queue', reply_queue: SUPPORT }, 'go to: queue'],
    [{ queues: { Support: { on_customer_reply: 'queue' } } }, 'go to: workflow, queue'],
  ])('is green where it is possible: %j', (feature, found) => {
    expect(linesFor(feature)).toEqual([{ level: 'green', title: 'Customer replies', found }]);
  });

  it.each([[{ on_customer_reply: 'worker' }], [{ queues: { [SUPPORT]: { on_customer_reply: 'worker' } } }]])(
    'is yellow where nobody would tell that the agent declined: %j',
    (feature) => {
      expect(linesFor(feature, nobodyHears)).toMatchObject([
        { level: 'yellow', remedy: expect.stringContaining('event-streams') },
      ]);
      expect(linesFor({ ...feature, taskrouter_events: 'event-streams' }, nobodyHears)).toMatchObject([
        { level: 'green' },
      ]);
    },
  );

  it('is red for a queue that does not exist', () => {
    const reply_queue = `WQ${'9'.repeat(32)}`;
    expect(linesFor({ on_customer_reply: 'queue', reply_queue })).toMatchObject([{ level: 'red' }]);
    expect(linesFor({ reply_queue })).toEqual([]);
  });

  describe.each([
    ['in general', { on_customer_reply: 'studio', studio_flow_sid: FLOW }],
    ['of one queue', { queues: { Support: { on_customer_reply: 'studio', studio_flow_sid: FLOW } } }],
  ])('for a Studio flow %s', (_where, feature) => {
    const definition = `{"url":"https://${DOMAIN}/webhooks/route-interaction"}`;
    const linesWith = (flow: FlowFacts | undefined) => linesFor(feature, {}, flow && { [FLOW]: flow });

    it('is green when it is published and brings the conversation to an agent', () => {
      expect(linesWith({ status: 'published', definition })).toMatchObject([{ level: 'green' }]);
    });

    it('is red when it does not exist', () => {
      expect(linesWith(undefined)).toMatchObject([{ level: 'red', found: `studio_flow_sid ${FLOW} does not exist` }]);
    });

    it('is yellow for a draft, and for one that calls the Functions of another domain', () => {
      expect(linesWith({ status: 'draft', definition })).toMatchObject([
        { level: 'yellow', found: expect.stringContaining('draft') },
      ]);
      const elsewhere = definition.replace(DOMAIN, 'other-1234.twil.io');
      expect(linesWith({ status: 'published', definition: elsewhere })).toMatchObject([
        { level: 'yellow', found: `${FLOW} does not call https://${DOMAIN}/webhooks/route-interaction` },
      ]);
    });
  });

  it('is yellow for settings of a queue that does not exist', () => {
    expect(linesFor({ queues: { Suport: { may_park: false } } })).toMatchObject([
      { level: 'yellow', found: 'settings of the queue "Suport", which does not exist' },
    ]);
  });
});
