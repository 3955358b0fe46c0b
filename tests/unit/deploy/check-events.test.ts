/** @jest-environment node */
import { checkEvents } from '../../../deploy/doctor/check-events';
import type { EventStreams, SinkFacts } from '../../../deploy/doctor/facts';
import { describeLines } from '../../../deploy/doctor/lines';
import { readEventStreams } from '../../../deploy/doctor/read-event-streams';
import { accountAnswering } from './account-answering';
import { DOMAIN, healthyFacts, healthyState } from './account-facts';

const url = `https://${DOMAIN}/webhooks/taskrouter-event`;
const DG = `DG${'1'.repeat(32)}`;
const types = [
  'com.twilio.taskrouter.reservation.accepted',
  'com.twilio.taskrouter.task.canceled',
  'com.twilio.taskrouter.task.deleted',
  'com.twilio.taskrouter.task.system-deleted',
  'com.twilio.taskrouter.workflow.timeout',
];
const park_interaction = { enabled: true, taskrouter_events: 'event-streams' };
const state = healthyState({
  uiAttributes: { custom_data: { serverless_functions_url: `https://${DOMAIN}`, features: { park_interaction } } },
  eventCallback: { url: 'https://bi.example.com', filter: [] },
});
const says = '✗ TaskRouter events: taskrouter_events is event-streams, but';

const linesFor = (eventStreams: EventStreams) =>
  describeLines(checkEvents(healthyFacts({ account: state, eventStreams })));
const linesForSinks = (...sinks: Partial<SinkFacts>[]) =>
  linesFor({ kind: 'read', sinks: sinks.map((one) => ({ sid: DG, status: 'active', method: 'POST', types, ...one })) });

describe('what the doctor says about TaskRouter events by Event Streams', () => {
  it('is green with an active sink that gets all of them, be it by two subscriptions or two sinks', () => {
    const green = [`✓ TaskRouter events: arrive at the Functions by the Event Streams sink ${DG}`];
    expect(linesForSinks({})).toEqual(green);
    expect(linesForSinks({ types: types.slice(0, 2) }, { types: types.slice(2) })).toEqual(green);
    expect(linesForSinks({ status: 'failed', types: [] }, {})).toEqual(green);
  });

  it('is red without a sink, and says what to subscribe one to', () => {
    expect(linesForSinks()).toEqual([
      `${says} no Event Streams sink sends them to the Functions`,
      `    → Make an active webhook sink to ${url} and subscribe it to ${types.join(', ')}.`,
    ]);
  });

  it.each([
    [{ status: 'failed' }, `the sink ${DG} is failed and sends by POST`],
    [{ method: 'GET' }, `the sink ${DG} is active and sends by GET`],
  ])('is red with a sink that does not deliver: %j', (sink, found) => {
    expect(linesForSinks(sink)[0]).toBe(`${says} ${found}`);
  });

  it('names the events that are not subscribed to', () => {
    expect(linesForSinks({ types: types.slice(1, 4) })).toEqual([
      `${says} the sink ${DG} does not get all of them`,
      `    → Subscribe it to ${types[0]}, ${types[4]}.`,
    ]);
  });

  it('is yellow when they cannot be read', () => {
    expect(linesFor({ kind: 'unreadable' })[0]).toBe(
      '! TaskRouter events: taskrouter_events is event-streams, but the sinks cannot be read',
    );
  });
});

describe('what the doctor reads of Event Streams', () => {
  const sink = (sid: string, sink_type: string, sink_configuration: unknown) => {
    return { sid, status: 'active', sink_type, sink_configuration };
  };
  const lists = {
    '/v1/Sinks': {
      sinks: [
        sink(DG, 'webhook', { destination: url, method: 'post' }),
        sink('DG2', 'webhook', { destination: 'https://bi.example.com', method: 'POST' }),
        sink('DG3', 'kinesis', { arn: 'arn:aws:kinesis' }),
      ],
    },
    '/v1/Subscriptions': {
      subscriptions: [
        { sid: 'DF1', sink_sid: DG },
        { sid: 'DF2', sink_sid: 'DG2' },
      ],
    },
    '/v1/Subscriptions/DF1/SubscribedEvents': { types: [{ type: types[0] }, { type: types[1] }] },
  };

  it('is the sinks that send to our Function, with the events of their subscriptions', async () => {
    expect(await readEventStreams(accountAnswering(lists), state)).toEqual({
      kind: 'read',
      sinks: [{ sid: DG, status: 'active', method: 'POST', types: types.slice(0, 2) }],
    });
  });

  it('understands a configuration that comes as text', async () => {
    const sinks = [sink(DG, 'webhook', JSON.stringify({ destination: url }))];
    expect(await readEventStreams(accountAnswering({ ...lists, '/v1/Sinks': { sinks } }), state)).toMatchObject({
      sinks: [{ sid: DG, method: 'POST' }],
    });
  });

  it('is nothing where they are not needed, and no error where they are refused', async () => {
    expect(await readEventStreams(accountAnswering({}), healthyState())).toEqual({ kind: 'not-read' });
    expect(await readEventStreams(accountAnswering({}), state)).toEqual({ kind: 'unreadable' });
  });
});
