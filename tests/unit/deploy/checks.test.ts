/** @jest-environment node */
import { checkAll } from '../../../deploy/doctor/checks';
import type { Facts } from '../../../deploy/doctor/facts';
import type { AccountState } from '../../../deploy/state';
import { describeLines } from '../../../deploy/doctor/lines';
import { returnStep } from '../../../deploy/workflow/return-steps';
import { BUILD, DOMAIN, healthyFacts, healthyState, SUPPORT, workflow } from './account-facts';

const unhealthy = (facts: Facts) => checkAll(facts).filter(({ level }) => level !== 'green');
const flex = (changes: Partial<Facts['flex']>) => ({ flex: { ...healthyFacts().flex, ...changes } });
const account = (changes: Parameters<typeof healthyState>[0]) => ({ account: healthyState(changes) });
const parks = (changes: Partial<Facts['parks']>) => ({ parks: { ...healthyFacts().parks, ...changes } });
const released = (version: string) => [{ uniqueName: 'park-interaction', version, versionSid: 'FV', phase: 3 }];

const withLinks = (others: object) => ({
  custom_data: {
    serverless_functions_url: `https://${DOMAIN}`,
    features: { park_interaction: { enabled: true, wake_links: true, ...others } },
  },
});
const withAlerts = {
  custom_data: {
    serverless_functions_url: `https://${DOMAIN}`,
    features: { park_interaction: { enabled: true, alert_url: 'https://chat.example.com/hook' } },
  },
};
const withSecret = (WAKE_LINK_SECRET: string, ALERT_SECRET = ''): AccountState['functions'] => {
  const { functions } = healthyState();
  const environment = functions?.environment && {
    ...functions.environment,
    variables: { ...functions.environment.variables, WAKE_LINK_SECRET, ALERT_SECRET },
  };
  return functions && { ...functions, environment };
};

const cases: [string, Partial<Facts>, 'yellow' | 'red', string][] = [
  ['Flex UI 1', flex({ uiVersion: '1.34.0' }), 'red', 'Flex UI'],
  ['an unknown Flex UI', flex({ uiVersion: undefined }), 'yellow', 'Flex UI'],
  ['no Flex Conversations', flex({ conversationsServiceSid: undefined }), 'red', 'Flex Conversations'],
  ['another default service', { defaultConversationsServiceSid: `IS${'9'.repeat(32)}` }, 'red', 'Flex Conversations'],
  ['no default service', { defaultConversationsServiceSid: undefined }, 'red', 'Flex Conversations'],
  ['native Pause', flex({ endMethods: { chat: ['PAUSE', 'complete'] } }), 'yellow', 'Native Leave and Pause'],
  ['no records service', account({ syncServices: [] }), 'red', "Records' Sync service"],
  ['no workflow', { workflows: [] }, 'red', 'Workspace'],
  ['a domain that does not answer', { markerStatus: undefined }, 'red', 'Functions'],
  ['Functions of another build', { markerStatus: 404 }, 'red', 'Functions'],
  [
    'a plugin of another build',
    account({ plugin: { ...healthyState().plugin, released: released('0.1.0-b2') } }),
    'yellow',
    'Functions',
  ],
  ['no plugin', account({ plugin: { ...healthyState().plugin, released: [] } }), 'yellow', 'Plugin'],
  ['parking switched off', account({ uiAttributes: {} }), 'yellow', 'Settings'],
  [
    'a wrong setting',
    account({ uiAttributes: { custom_data: { features: { park_interaction: { enabled: 'yes' } } } } }),
    'red',
    'Settings',
  ],
  ['no event callback', account({ eventCallback: { url: undefined, filter: [] } }), 'yellow', 'TaskRouter events'],
  [
    "another system's event callback",
    account({ eventCallback: { url: 'https://bi.example.com', filter: [] } }),
    'yellow',
    'TaskRouter events',
  ],
  [
    'the event callback of another environment of ours',
    account({
      eventCallback: { url: 'https://park-interaction-9-production.twil.io/webhooks/taskrouter-event', filter: [] },
    }),
    'yellow',
    'TaskRouter events',
  ],
  [
    'an event callback that leaves out what matters',
    account({ eventCallback: { url: `https://${DOMAIN}/webhooks/taskrouter-event`, filter: ['task.created'] } }),
    'yellow',
    'TaskRouter events',
  ],
  [
    'wake links that nothing signs',
    account({ uiAttributes: withLinks({ show_list: true }), functions: withSecret('too short') }),
    'red',
    'Wake links',
  ],
  [
    'wake links without the list that they are copied from',
    account({ uiAttributes: withLinks({ show_list: false }), functions: withSecret('x'.repeat(32)) }),
    'yellow',
    'Wake links',
  ],
  ['alerts that nothing signs', account({ uiAttributes: withAlerts }), 'red', 'Alerts'],
  ['a park that needs a person', parks({ needAPerson: ['CH1 (channel-gone)'] }), 'red', 'Parked conversations'],
  ['five webhooks on a conversation', parks({ withoutHeadroom: ['CH1'] }), 'yellow', 'Webhook headroom'],
];

describe('the doctor', () => {
  it('finds nothing in a healthy account', () => {
    expect(unhealthy(healthyFacts())).toEqual([]);
  });

  it('says that wake links are on, and nothing of them where they are off', () => {
    const on = account({ uiAttributes: withLinks({ show_list: true }), functions: withSecret('x'.repeat(32)) });
    const linesOf = (facts: Facts) => describeLines(checkAll(facts)).filter((line) => line.includes('Wake links'));
    expect(linesOf(healthyFacts(on))).toEqual(['✓ Wake links: on']);
    expect(linesOf(healthyFacts())).toEqual([]);
  });

  it('says where alerts go', () => {
    const changes = account({ uiAttributes: withAlerts, functions: withSecret('', 'x'.repeat(32)) });
    expect(describeLines(checkAll(healthyFacts(changes)))).toContain('✓ Alerts: go to chat.example.com');
    expect(unhealthy(healthyFacts(changes))).toEqual([]);
  });

  it('takes another version of the plugin of the same build for the same', () => {
    const plugin = { ...healthyState().plugin, released: released(`${BUILD}.2`) };
    expect(unhealthy(healthyFacts(account({ plugin })))).toEqual([]);
  });

  it.each(cases)('sees %s, alone, and knows a remedy', (_case, changes, level, title) => {
    const lines = unhealthy(healthyFacts(changes));
    expect(lines).toMatchObject([{ level, title, remedy: expect.stringMatching(/\w{4}/) }]);
  });

  it.each([
    [false, 'off: every desktop may read every list; they hold no message text'],
    [true, 'on: each agent reads only their own list, from their next park on'],
  ])('says whether Sync asks for permissions (%s)', (flexSyncAclEnabled, found) => {
    const lines = checkAll(healthyFacts({ flexSyncAclEnabled }));
    expect(lines.filter(({ title }) => title === 'Sync ACL')).toMatchObject([{ level: 'green', found }]);
  });

  it('says what is missing before the first deployment, each with its remedy below', () => {
    const nothing = account({ functions: undefined, eventCallback: { url: undefined, filter: [] } });
    expect(describeLines(unhealthy(healthyFacts(nothing)))).toEqual([
      '✗ Functions: not deployed',
      '    → Run npm run deploy -- --env staging',
      '! TaskRouter events: do not arrive: a declined task is found minutes later',
      '    → Run npm run deploy -- --env staging',
    ]);
  });
});

describe('the doctor on the public template', () => {
  const template = { domains: ['extensions-1234-dev.twil.io'], plugins: ['plugin-flex-ts-template-v2'] };
  const linesWith = (features: object, changes: Partial<Facts> = {}) => {
    const uiAttributes = { custom_data: { serverless_functions_url: `https://${DOMAIN}`, features } };
    const lines = checkAll(healthyFacts({ ...account({ uiAttributes }), template, ...changes }));
    return describeLines(lines.filter(({ title }) => title === 'Public template'));
  };
  const on = { enabled: true };
  const seen = '(Functions at extensions-1234-dev.twil.io, plugin-flex-ts-template-v2)';

  it('sees that one switch turns two parkings on', () => {
    expect(linesWith({ park_interaction: on })).toEqual([
      `✗ Public template: two parkings are on: its own ${seen} reads features.park_interaction, too`,
      '    → Give ours the key conversation_parking: docs/deploy.md, "Beside the public template".',
    ]);
  });

  it('sees that its own is on beside ours', () => {
    expect(linesWith({ park_interaction: on, conversation_parking: on })).toEqual([
      `✗ Public template: two parkings are on: its own ${seen} and ours`,
      '    → Set park_interaction.enabled to false in the flex-config of the template, and deploy that.',
    ]);
  });

  it('is content when only ours is on', () => {
    expect(linesWith({ park_interaction: { enabled: false }, conversation_parking: on })).toEqual([
      `✓ Public template: its parking is off, ours is on ${seen}`,
    ]);
  });

  it('says nothing where there is no template, or no parking', () => {
    expect(linesWith({ park_interaction: on }, { template: { domains: [], plugins: [] } })).toEqual([]);
    expect(linesWith({ park_interaction: { enabled: false } })).toEqual([]);
  });

  it('says what it has parked when it was asked', () => {
    const nothing = { template: { domains: [], plugins: [] }, templateParks: [] };
    expect(linesWith({ park_interaction: on }, nothing)).toEqual(['✓ Public template: has nothing parked']);
  });
});

describe('the doctor on workflows', () => {
  const returning = (target: object, queues = healthyFacts().queues) =>
    unhealthy(healthyFacts({ workflows: [workflow({ expression: 'true', targets: [target] })], queues }));

  it('accepts filters that do not know us', () => {
    expect(unhealthy(healthyFacts({ workflows: [workflow({ expression: 'vip == true' })] }))).toEqual([]);
  });

  it('sees a field that no returning task has', () => {
    const workflows = [workflow({ expression: 'originalRouting.worderSid != null' })];
    const [line] = unhealthy(healthyFacts({ workflows }));
    expect(line).toMatchObject({
      level: 'red',
      found: '"Care", filter "Returning" looks at originalRouting.worderSid, which no task has',
      remedy: expect.stringContaining('originalRouting.workerSid'),
    });
  });

  it('sees a queue that does not exist', () => {
    expect(returning({ queue: 'WQ9' })).toMatchObject([{ level: 'red', title: 'Workflow filters' }]);
  });

  it('sees a known worker who cannot be in the queue', () => {
    const known = { queue: SUPPORT, known_worker_sid: 'task.originalRouting.workerSid' };
    expect(returning(known)).toEqual([]);
    const empty = { [SUPPORT]: { friendlyName: 'Support', hasWorkers: false } };
    expect(returning(known, empty)).toMatchObject([{ level: 'yellow', title: 'Known worker' }]);
  });

  it('sees a workflow that cannot be read', () => {
    const workflows = [{ ...workflow({}), configuration: 'nonsense' }];
    expect(unhealthy(healthyFacts({ workflows }))).toMatchObject([{ level: 'red', found: '"Care" cannot be read' }]);
  });
});

describe('the doctor on what comes back', () => {
  const SALES = `WQ${'1'.repeat(32)}`;
  const queues = { ...healthyFacts().queues, [SALES]: { friendlyName: 'Sales', hasWorkers: true } };
  const step = (sid: string, timeoutSeconds = 60) => returnStep({ sid, friendlyName: 'Any' }, { timeoutSeconds });
  const linesWith = (filters: readonly object[], changes: Partial<Facts> = {}) => {
    const configuration = JSON.stringify({ task_routing: { filters } });
    const workflows = [{ ...workflow({}), configuration }];
    const lines = checkAll(healthyFacts({ workflows, queues, ...changes }));
    return describeLines(lines.filter(({ title }) => title === 'Returning tasks'));
  };

  it('says that they are routed as if they were new, and what would change that', () => {
    expect(linesWith([])).toEqual([
      '✓ Returning tasks: "Care" routes them as if they were new; npm run workflow -- --env staging would offer them to the agent who parked',
    ]);
  });

  it('says that they are offered to the agent who parked, and for how long', () => {
    expect(linesWith([step(SUPPORT, 90), step(SALES)])).toEqual([
      '✓ Returning tasks: "Care" offers them to the agent who parked, for up to 90 s, then to everybody in their queue',
    ]);
  });

  it('names the queues that have no step, unless nobody is in them', () => {
    expect(linesWith([step(SUPPORT)])).toEqual([
      '! Returning tasks: "Care" offers them to the agent who parked, for up to 60 s, but not those of Sales',
      '    → Run npm run workflow -- --env staging',
    ]);
    const nobody = { ...queues, [SALES]: { friendlyName: 'Sales', hasWorkers: false } };
    expect(linesWith([step(SUPPORT)], { queues: nobody })).toEqual([expect.stringMatching(/^✓/)]);
  });

  it.each(['1==1', '1 == 1', 'TRUE'])('sees that no step is reached behind a filter with %s', (expression) => {
    expect(linesWith([{ filter_friendly_name: 'All', expression }, step(SUPPORT), step(SALES)])[0]).toBe(
      '! Returning tasks: "Care" routes them as if they were new: its filter "All" takes everything first',
    );
    expect(linesWith([step(SUPPORT), step(SALES), { expression }])[0]).toMatch(/^✓/);
    expect(linesWith([{ expression: '1 == 2' }, step(SUPPORT), step(SALES)])[0]).toMatch(/^✓/);
  });

  it('says nothing of a workflow that is missing or cannot be read', () => {
    expect(linesWith([], { workflows: [] })).toEqual([]);
    expect(linesWith([], { workflows: [{ ...workflow({}), configuration: 'nonsense' }] })).toEqual([]);
  });
});
