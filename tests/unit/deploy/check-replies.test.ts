/** @jest-environment node */
import { checkReplies } from '../../../deploy/doctor/check-replies';
import { DOMAIN, healthyFacts, healthyState, SUPPORT } from './account-facts';

const nobodyHears = { eventCallback: { url: undefined, filter: [] } };

function linesFor(feature: object, state: Parameters<typeof healthyState>[0] = {}) {
  const park_interaction = { enabled: true, ...feature };
  const custom_data = { serverless_functions_url: `https://${DOMAIN}`, features: { park_interaction } };
  return checkReplies({ ...healthyFacts(), account: healthyState({ ...state, uiAttributes: { custom_data } }) });
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

  it('is yellow for settings of a queue that does not exist', () => {
    expect(linesFor({ queues: { Suport: { may_park: false } } })).toMatchObject([
      { level: 'yellow', found: 'settings of the queue "Suport", which does not exist' },
    ]);
  });
});
