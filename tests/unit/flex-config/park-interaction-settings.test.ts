/** @jest-environment node */
import fc from 'fast-check';

import { parkInteraction, queueOverrides, SETTINGS } from '../../../flex-config/schema/park-interaction';
import {
  featureSettings,
  parkInteractionSettings,
  validSettings,
} from '../../../flex-config/schema/park-interaction-settings';

const FUNCTIONS = 'https://parking-1234.twil.io';
const allowed = Object.keys(parkInteraction.shape).join(', ');

function withFeature(feature: unknown, serverless_functions_url: unknown = FUNCTIONS) {
  return { custom_data: { serverless_functions_url, features: { park_interaction: feature } } };
}

describe('the settings of park-interaction, read strictly', () => {
  it.each([
    ['no ui_attributes', undefined],
    ['ui_attributes null', null],
    ['no custom_data', { version_compatibility: 'yes' }],
    ['no features', { custom_data: { theme: 'dark' } }],
    ['only features of others', { custom_data: { features: { callback: { enabled: true } } } }],
    ['an empty feature', withFeature({}, undefined)],
  ])('are off with %s', (_case, uiAttributes) => {
    expect(validSettings(uiAttributes)).toMatchObject({
      ok: true,
      settings: { enabled: false, showList: false },
    });
  });

  it('are read when parking is enabled', () => {
    expect(validSettings(withFeature({ enabled: true, show_list: true }))).toEqual({
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
        autoParkMinutes: null,
        beforeTaskExpires: 'park',
        maxParkAgeHours: null,
        atMaxParkAge: 'route',
        farewellMessage: {},
        remindBeforeCloseHours: null,
        reminderMessage: {},
        parkUntil: true,
        parkUntilPresets: ['in 1 hour', 'today 15:00', 'tomorrow 09:00', 'monday 09:00'],
        timeZone: null,
        whenDue: 'worker',
        onlyThenMaxHours: 24,
        smartWake: false,
        smartWakeHours: 12,
        wakeLinks: false,
        replyWindowNoticeMinutes: 60,
        onCustomerReply: 'workflow',
        workerInviteTimeoutSeconds: 60,
        unparkInviteTimeoutSeconds: 120,
        replyQueue: 'original',
        studioFlowSid: null,
        studioTimeoutMinutes: 10,
        taskrouterEvents: 'callback',
        returningPriorityBoost: 0,
        maxParkedPerAgent: null,
        historyDays: 30,
        alertUrl: null,
        queues: {},
      },
    });
  });

  it('show no list unless asked', () => {
    expect(validSettings(withFeature({ enabled: true }))).toMatchObject({ settings: { showList: false } });
  });

  it('drop the slash at the end of the address', () => {
    const read = validSettings(withFeature({ enabled: true }, `${FUNCTIONS}/`));
    expect(read).toMatchObject({ settings: { functionsUrl: FUNCTIONS } });
  });

  it('need the address of the Functions only while parking is enabled', () => {
    expect(validSettings(withFeature({ enabled: false }, null))).toMatchObject({ ok: true });
    expect(validSettings(withFeature({ enabled: true }, null))).toEqual({
      ok: false,
      problems: [
        {
          path: 'ui_attributes.custom_data.serverless_functions_url',
          message: 'is required while parking is enabled',
        },
      ],
    });
  });

  it.each(['http://parking-1234.twil.io', 'parking-1234.twil.io', `${FUNCTIONS}/flex`, `${FUNCTIONS}?x=1`, '', 7])(
    'refuse %p as the address of the Functions',
    (url) => {
      expect(validSettings(withFeature({ enabled: true }, url))).toMatchObject({
        ok: false,
        problems: [{ path: 'ui_attributes.custom_data.serverless_functions_url' }],
      });
    },
  );

  it('name each wrong place at once, with what is allowed there', () => {
    const read = validSettings(withFeature({ enabled: 'true', showList: true, color: 'red' }));
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
    ['auto_park_minutes', 0, 'must be a whole number of minutes from 1 to 1440, or null'],
    ['before_task_expires', true, 'must be park, warn or nothing'],
    ['taskrouter_events', true, 'must be callback or event-streams'],
    ['returning_priority_boost', -1, 'must be a whole number of points from 0 to 1000'],
    [
      'alert_url',
      'http://chat.example.com/hook',
      'must be an https address with the name of a host, and without a login, or null',
    ],
    [
      'alert_url',
      'https://user:secret@chat.example.com',
      'must be an https address with the name of a host, and without a login, or null',
    ],
    [
      'alert_url',
      'https://host:abc/x',
      'must be an https address with the name of a host, and without a login, or null',
    ],
    ['alert_url', 'https://[/x', 'must be an https address with the name of a host, and without a login, or null'],
    [
      'alert_url',
      'https://127.0.0.1/x',
      'must be an https address with the name of a host, and without a login, or null',
    ],
    ['alert_url', 'https://[::1]/x', 'must be an https address with the name of a host, and without a login, or null'],
    [
      'alert_url',
      'https://2130706433/x',
      'must be an https address with the name of a host, and without a login, or null',
    ],
    [
      'alert_url',
      'https://localhost:8080/x',
      'must be an https address with the name of a host, and without a login, or null',
    ],
    ['smart_wake_hours', 73, 'must be a whole number of hours from 1 to 72'],
    ['history_days', 366, 'must be a whole number of days from 0 to 365'],
    ['history_days', null, 'must be a whole number of days from 0 to 365'],
  ])('say what %s may be', (name, value, message) => {
    const path = `ui_attributes.custom_data.features.park_interaction.${name}`;
    expect(validSettings(withFeature({ [name]: value }))).toEqual({
      ok: false,
      problems: [{ path, message }],
    });
  });

  it('are otherwise for a queue where it says so', () => {
    const own = { may_park: false, ask_for_note: true, max_parked_per_agent: null, on_customer_reply: 'queue' };
    const invites = { worker_invite_timeout_seconds: 30, unpark_invite_timeout_seconds: 45 };
    const queues = { Sales: own, Support: { ...invites, reply_queue: 'original' }, Other: {} };
    expect(validSettings(withFeature({ queues, max_parked_per_agent: 3 }))).toMatchObject({
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
    expect(validSettings(withFeature(feature))).toEqual({ ok: false, problems: [{ path, message }] });
    const withFlow = { ...feature, studio_flow_sid: `FW${'0'.repeat(32)}` };
    expect(validSettings(withFeature(withFlow))).toMatchObject({ ok: true });
  });

  it('name what may stand in a queue', () => {
    const path = 'ui_attributes.custom_data.features.park_interaction.queues.Sales';
    const queues = { Sales: { enabled: true, max_parked_per_agent: 0 } };
    expect(validSettings(withFeature({ queues }))).toEqual({
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
    expect(validSettings(withFeature({ reply_queue }))).toMatchObject({
      settings: { replyQueue: reply_queue },
    });
  });

  it.each([
    ['ui_attributes', 'text'],
    ['ui_attributes.custom_data', { custom_data: [] }],
    ['ui_attributes.custom_data.features', { custom_data: { features: 5 } }],
    ['ui_attributes.custom_data.features.park_interaction', withFeature(true)],
  ])('say that %s must be an object', (path, uiAttributes) => {
    expect(validSettings(uiAttributes)).toEqual({
      ok: false,
      problems: [{ path, message: 'must be an object' }],
    });
  });

  it('have defaults that are allowed', () => {
    const asWritten = Object.fromEntries(Object.entries(SETTINGS).map(([name, { byDefault }]) => [name, byDefault]));
    expect(parkInteraction.parse({})).toEqual(asWritten);
    expect(parkInteraction.parse(asWritten)).toEqual(asWritten);
  });
});

describe('the settings of park-interaction, at run time', () => {
  const path = 'ui_attributes.custom_data.features.park_interaction';

  it('stay on when a setting is wrong or unknown, and name what counts instead', () => {
    const feature = {
      enabled: true,
      show_list: 'yes',
      returning_priority_boost: -1,
      note_reasons: ['', 'x'],
      show_menu: 1,
    };
    const { settings, problems } = parkInteractionSettings(withFeature(feature));
    expect(settings).toMatchObject({ enabled: true, showList: false, returningPriorityBoost: 0, noteReasons: [] });
    expect(problems).toEqual([
      { path: `${path}.show_list`, message: 'must be true or false', instead: 'its default false counts' },
      { path: `${path}.note_reasons.0`, message: 'must not be empty', instead: 'its default [] counts' },
      {
        path: `${path}.returning_priority_boost`,
        message: 'must be a whole number of points from 0 to 1000',
        instead: 'its default 0 counts',
      },
      { path: `${path}.show_menu`, message: `is not a setting; allowed are ${allowed}`, instead: 'it is ignored' },
    ]);
  });

  it('lose one text of a map, or one setting of a queue, and keep the others', () => {
    const queues = { Sales: { may_park: false, ask_for_note: 1, color: 'red' }, Support: 7 };
    const feature = { enabled: true, courtesy_message: { en: 'Back soon', de: '' }, queues };
    const { settings, problems } = featureSettings(withFeature(feature));
    expect(settings).toMatchObject({ enabled: true, courtesyMessage: { en: 'Back soon' } });
    expect(settings.courtesyMessage).not.toHaveProperty('de');
    expect(settings.queues).toEqual({ Sales: { mayPark: false } });
    expect(problems.map((problem) => [problem.path, problem.instead])).toEqual([
      [`${path}.courtesy_message.de`, 'it is left out'],
      [`${path}.queues.Sales.ask_for_note`, 'what is set for all queues counts'],
      [`${path}.queues.Sales.color`, 'what is set for all queues counts'],
      [`${path}.queues.Support`, 'what is set for all queues counts'],
    ]);
  });

  it.each([
    ['no address', undefined],
    ['a wrong address', 'http://parking-1234.twil.io'],
  ])('are off for the plugin with %s, and on for the Functions', (_case, url) => {
    const uiAttributes = withFeature({ enabled: true }, url ?? null);
    const { settings, problems } = parkInteractionSettings(uiAttributes);
    expect(settings).toMatchObject({ enabled: false, functionsUrl: undefined });
    expect(problems).toMatchObject([
      { path: 'ui_attributes.custom_data.serverless_functions_url', instead: 'the plugin is off' },
    ]);
    expect(featureSettings(uiAttributes)).toMatchObject({ settings: { enabled: true }, problems: [] });
  });

  it('route by the workflow where the flow is missing', () => {
    const studio = { on_customer_reply: 'studio' };
    const feature = { enabled: true, ...studio, queues: { Sales: studio, Support: { may_park: false } } };
    const { settings, problems } = featureSettings(withFeature(feature));
    expect(settings).toMatchObject({ onCustomerReply: 'workflow', queues: { Sales: { onCustomerReply: 'workflow' } } });
    expect(problems).toMatchObject([
      { path: `${path}.studio_flow_sid`, instead: 'replies go by the workflow' },
      { path: `${path}.queues.Sales.studio_flow_sid`, instead: 'replies go by the workflow' },
    ]);
  });

  it('are under our own key where it is there, whatever the public template has under the other', () => {
    const features = { park_interaction: { enabled: false, show_list: true, theirs: 1 } };
    const both = { ...features, conversation_parking: { enabled: true, wrap_up: 1 } };
    const customData = { serverless_functions_url: FUNCTIONS };
    const { settings, problems } = parkInteractionSettings({ custom_data: { ...customData, features: both } });
    expect(settings).toMatchObject({ enabled: true, showList: false });
    expect(problems).toMatchObject([{ path: 'ui_attributes.custom_data.features.conversation_parking.wrap_up' }]);
    const other = { ...features, conversation_parking: null };
    expect(featureSettings({ custom_data: { ...customData, features: other } })).toMatchObject({
      settings: { enabled: false, showList: true },
    });
  });

  it('are all defaults, and say so, when their place cannot be read', () => {
    expect(featureSettings('text')).toMatchObject({
      settings: { enabled: false },
      problems: [{ path: 'ui_attributes', message: 'must be an object', instead: 'parking is off' }],
      isReadable: false,
    });
  });

  it('are there whatever the account holds', () => {
    const anything = fc.record({
      custom_data: fc.option(
        fc.record({
          serverless_functions_url: fc.jsonValue(),
          features: fc.record({
            park_interaction: fc.oneof(
              fc.jsonValue(),
              fc.dictionary(fc.constantFrom(...Object.keys(SETTINGS), 'other'), fc.jsonValue()),
            ),
          }),
        }),
      ),
    });
    fc.assert(
      fc.property(anything, (uiAttributes) => {
        parkInteractionSettings(uiAttributes);
        const { settings } = featureSettings(uiAttributes);
        expect(Object.values(settings)).not.toContain(undefined);
      }),
    );
  });
});
