/** @jest-environment node */
import { parkInteraction } from '../../../flex-config/schema/park-interaction';
import { parkInteractionSettings } from '../../../flex-config/schema/park-interaction-settings';
import { queueOverrides } from '../../../flex-config/schema/queue-overrides';
import { SETTING_DOCS } from '../../../flex-config/schema/setting-docs';

const FUNCTIONS = 'https://parking-1234.twil.io';
const allowed = Object.keys(parkInteraction.shape).join(', ');

function withFeature(feature: unknown, serverless_functions_url: unknown = FUNCTIONS) {
  return { custom_data: { serverless_functions_url, features: { park_interaction: feature } } };
}

describe('the settings of park-interaction', () => {
  it.each([
    ['no ui_attributes', undefined],
    ['ui_attributes null', null],
    ['no custom_data', { version_compatibility: 'yes' }],
    ['no features', { custom_data: { theme: 'dark' } }],
    ['only features of others', { custom_data: { features: { callback: { enabled: true } } } }],
    ['an empty feature', withFeature({}, undefined)],
  ])('are off with %s', (_case, uiAttributes) => {
    expect(parkInteractionSettings(uiAttributes)).toMatchObject({
      ok: true,
      settings: { enabled: false, showList: false },
    });
  });

  it('are read when parking is enabled', () => {
    expect(parkInteractionSettings(withFeature({ enabled: true, show_list: true }))).toEqual({
      ok: true,
      settings: {
        enabled: true,
        showList: true,
        functionsUrl: FUNCTIONS,
        askForNote: false,
        noteReasons: [],
        customerSpokeLast: 'warn',
        wrapUp: false,
        courtesyMessage: {},
        maxParkAgeHours: null,
        atMaxParkAge: 'route',
        onCustomerReply: 'workflow',
        workerInviteTimeoutSeconds: 60,
        unparkInviteTimeoutSeconds: 120,
        replyQueue: 'original',
        studioFlowSid: null,
        studioTimeoutMinutes: 10,
        taskRouterEvents: 'callback',
        returningPriorityBoost: 0,
        maxParkedPerAgent: null,
        queues: {},
      },
    });
  });

  it('show no list unless asked', () => {
    expect(parkInteractionSettings(withFeature({ enabled: true }))).toMatchObject({ settings: { showList: false } });
  });

  it('drop the slash at the end of the address', () => {
    const read = parkInteractionSettings(withFeature({ enabled: true }, `${FUNCTIONS}/`));
    expect(read).toMatchObject({ settings: { functionsUrl: FUNCTIONS } });
  });

  it('need the address of the Functions only while parking is enabled', () => {
    expect(parkInteractionSettings(withFeature({ enabled: false }, null))).toMatchObject({ ok: true });
    expect(parkInteractionSettings(withFeature({ enabled: true }, null))).toEqual({
      ok: false,
      problems: [
        {
          path: 'ui_attributes.custom_data.serverless_functions_url',
          message: 'is required while park_interaction is enabled',
        },
      ],
    });
  });

  it.each(['http://parking-1234.twil.io', 'parking-1234.twil.io', `${FUNCTIONS}/flex`, `${FUNCTIONS}?x=1`, '', 7])(
    'refuse %p as the address of the Functions',
    (url) => {
      expect(parkInteractionSettings(withFeature({ enabled: true }, url))).toMatchObject({
        ok: false,
        problems: [{ path: 'ui_attributes.custom_data.serverless_functions_url' }],
      });
    },
  );

  it('name each wrong place at once, with what is allowed there', () => {
    const read = parkInteractionSettings(withFeature({ enabled: 'true', showList: true, color: 'red' }));
    const feature = 'ui_attributes.custom_data.features.park_interaction';
    expect(read).toEqual({
      ok: false,
      problems: [
        { path: `${feature}.enabled`, message: 'must be true or false' },
        { path: `${feature}.showList`, message: `is not a setting; allowed are ${allowed}` },
        { path: `${feature}.color`, message: `is not a setting; allowed are ${allowed}` },
      ],
    });
  });

  it.each([
    ['on_customer_reply', 'agent', 'must be workflow, worker, queue or studio'],
    ['worker_invite_timeout_seconds', 9, 'must be a whole number of seconds from 10 to 3600'],
    ['worker_invite_timeout_seconds', 10.5, 'must be a whole number of seconds from 10 to 3600'],
    ['unpark_invite_timeout_seconds', 9, 'must be a whole number of seconds from 10 to 600'],
    ['unpark_invite_timeout_seconds', 601, 'must be a whole number of seconds from 10 to 600'],
    ['reply_queue', 'Support', 'must be original or the SID of a queue (WQ and 32 hex digits)'],
    ['studio_flow_sid', 'FW1', 'must be the SID of a Studio flow (FW and 32 hex digits), or null'],
    ['studio_timeout_minutes', 0, 'must be a whole number of minutes from 1 to 1440'],
    ['taskrouter_events', true, 'must be callback or event-streams'],
    ['returning_priority_boost', -1, 'must be a whole number of points from 0 to 1000'],
  ])('say what %s may be', (name, value, message) => {
    const path = `ui_attributes.custom_data.features.park_interaction.${name}`;
    expect(parkInteractionSettings(withFeature({ [name]: value }))).toEqual({
      ok: false,
      problems: [{ path, message }],
    });
  });

  it('are otherwise for a queue where it says so', () => {
    const own = { may_park: false, ask_for_note: true, max_parked_per_agent: null, on_customer_reply: 'queue' };
    const invites = { worker_invite_timeout_seconds: 30, unpark_invite_timeout_seconds: 45 };
    const queues = { Sales: own, Support: { ...invites, reply_queue: 'original' }, Other: {} };
    expect(parkInteractionSettings(withFeature({ queues, max_parked_per_agent: 3 }))).toMatchObject({
      settings: {
        maxParkedPerAgent: 3,
        queues: {
          Sales: { mayPark: false, askForNote: true, maxParkedPerAgent: null, onCustomerReply: 'queue' },
          Support: { workerInviteTimeoutSeconds: 30, unparkInviteTimeoutSeconds: 45, replyQueue: 'original' },
          Other: {},
        },
      },
    });
  });

  it.each([
    [{ on_customer_reply: 'studio' }, 'studio_flow_sid'],
    [{ queues: { Sales: { on_customer_reply: 'studio' } } }, 'queues.Sales.studio_flow_sid'],
  ])('need a flow for replies that go to one (%j)', (feature, name) => {
    const path = `ui_attributes.custom_data.features.park_interaction.${name}`;
    const message = 'is required while on_customer_reply is studio';
    expect(parkInteractionSettings(withFeature(feature))).toEqual({ ok: false, problems: [{ path, message }] });
    const withFlow = { ...feature, studio_flow_sid: `FW${'0'.repeat(32)}` };
    expect(parkInteractionSettings(withFeature(withFlow))).toMatchObject({ ok: true });
  });

  it('name what may stand in a queue', () => {
    const path = 'ui_attributes.custom_data.features.park_interaction.queues.Sales';
    const queues = { Sales: { enabled: true, max_parked_per_agent: 0 } };
    expect(parkInteractionSettings(withFeature({ queues }))).toEqual({
      ok: false,
      problems: [
        {
          path: `${path}.max_parked_per_agent`,
          message: 'must be a whole number of conversations from 1 to 50, or null',
        },
        {
          path: `${path}.enabled`,
          message: `is not a setting; allowed are ${Object.keys(queueOverrides.shape).join(', ')}`,
        },
      ],
    });
  });

  it.each(['original', `WQ${'0'.repeat(32)}`])('take %s as the queue for replies', (reply_queue) => {
    expect(parkInteractionSettings(withFeature({ reply_queue }))).toMatchObject({
      settings: { replyQueue: reply_queue },
    });
  });

  it.each([
    ['ui_attributes', 'text'],
    ['ui_attributes.custom_data', { custom_data: [] }],
    ['ui_attributes.custom_data.features', { custom_data: { features: 5 } }],
    ['ui_attributes.custom_data.features.park_interaction', withFeature(true)],
  ])('say that %s must be an object', (path, uiAttributes) => {
    expect(parkInteractionSettings(uiAttributes)).toEqual({
      ok: false,
      problems: [{ path, message: 'must be an object' }],
    });
  });

  it('are documented with the defaults that the schema has', () => {
    const documented = Object.entries(SETTING_DOCS).flatMap(([path, doc]) => {
      const name = path.match(/^features\.park_interaction\.(.+)$/)?.[1];
      return name === undefined ? [] : [[name, doc.default]];
    });
    const actual = Object.entries(parkInteraction.parse({})).map(([name, value]) => [
      name,
      typeof value === 'string' ? value : JSON.stringify(value),
    ]);
    expect(documented).toEqual(actual);
  });
});
