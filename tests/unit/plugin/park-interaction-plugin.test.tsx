import { parkInteractionSettings } from '../../../flex-config/schema/park-interaction-settings';
import type { Outside } from '../../../plugin-src/flex/browser';
import {
  forgetConversationsLeft,
  keepReturnedConversationsLoaded,
} from '../../../plugin-src/flex/conversation-freshness';
import type { FormAnswer } from '../../../plugin-src/flex/post-form';
import type { SyncMapPort } from '../../../plugin-src/flex/parked-interactions-map';
import type { TaskLike } from '../../../plugin-src/flex/task';
import { PARK_ACTION } from '../../../plugin-src/parking/action-names';
import { NOTIFICATIONS } from '../../../plugin-src/parking/notifications';
import { aManager } from './support/fake-manager';
import { aConversation, aListItem, aTask, ME, MESSAGING_ATTRIBUTES, NOW, sid } from './support/fixtures';
import { loadRealFlex, type RealFlex } from './support/load-real-flex';

const configured = (feature: object) => ({
  custom_data: { serverless_functions_url: 'https://parking.twil.io', features: { park_interaction: feature } },
});
/** The settings as the plugin reads them from a configuration. */
function settings(showList: boolean, others: object = {}) {
  const read = parkInteractionSettings(configured({ enabled: true, show_list: showList, ...others }));
  if (!read.settings.enabled) throw new Error('the test’s own configuration is broken');
  return read.settings;
}

/** Functions that give one answer, a Sync map with one item, and a timer that never rings. */
function anOutside(answer: FormAnswer) {
  const sent: { url: string; fields: object }[] = [];
  const opened: string[] = [];
  const copied: string[] = [];
  const map: SyncMapPort = {
    on: () => undefined,
    close: () => undefined,
    getItems: async () => ({
      items: [{ key: sid('CH'), data: aListItem() }],
      hasNextPage: false,
      nextPage: () => Promise.reject(new Error('there is no next page')),
    }),
  };
  const outside: Outside = {
    postForm: async (url, fields) => {
      sent.push({ url, fields });
      return answer;
    },
    openSync: () => ({
      connectionState: 'connected',
      on: () => undefined,
      map: async ({ id }) => {
        opened.push(id);
        return map;
      },
    }),
    schedule: () => () => undefined,
    random: () => 0.5,
    now: () => NOW,
    storage: { getItem: () => null, setItem: () => undefined },
    copyText: async (text) => void copied.push(await text),
    claim: async () => () => undefined,
    page: document,
    isOnScreen: () => true,
    saveFile: () => undefined,
    reload: () => undefined,
    askBeforeLeaving: () => undefined,
    languages: ['en-GB'],
  };
  return { outside, sent, opened };
}

const parked: FormAnswer = {
  kind: 'answered',
  httpStatus: 200,
  body: { status: 'parked', conversationSid: sid('CH') },
};

/** The real Flex, and what was added to its screens. */
async function aFlex() {
  jest.resetModules();
  const flex = await loadRealFlex();
  const { ParkInteractionPlugin } = await import('../../../plugin-src/ParkInteractionPlugin');
  const { startParking } = await import('../../../plugin-src/start-parking');
  const added = {
    header: jest.spyOn(flex.TaskCanvasHeader.Content, 'add'),
    sideNav: jest.spyOn(flex.SideNav.Content, 'add'),
    views: jest.spyOn(flex.ViewCollection.Content, 'add'),
  };
  return { flex, ParkInteractionPlugin, startParking, added };
}

const hasAction = (flex: RealFlex, name: string) =>
  flex.Actions.invokeAction(name, {}).then(
    () => true,
    (error: unknown) => !String(error).includes('does not exist'),
  );

/** Collects what Flex is about to show; without its screens there is nothing to show it on. */
function notificationsOf(flex: RealFlex) {
  const shown: unknown[][] = [];
  flex.Notifications.addListener(
    flex.NotificationEvent.beforeAddNotification,
    ({ id, context }: { id: string; context?: object }, cancel: () => void) => {
      shown.push([id, context]);
      cancel();
    },
  );
  return shown;
}

/** The bundle is 8 MB; loading it takes a while. */
jest.setTimeout(60_000);

describe('the plugin in the real Flex', () => {
  it.each([
    ['is not configured', {}],
    ['is switched off', configured({ enabled: false, show_list: true })],
  ])('leaves no trace when parking %s', async (_, uiAttributes) => {
    const { flex, ParkInteractionPlugin, added } = await aFlex();
    const { manager, reducers, events } = aManager({ uiAttributes });
    const strings = { ...manager.strings };
    new ParkInteractionPlugin().init(flex, manager);
    expect(Object.values(added).flatMap((spy) => spy.mock.calls)).toEqual([]);
    expect(await hasAction(flex, PARK_ACTION)).toBe(false);
    expect(Object.keys(reducers)).toEqual(['flex']);
    expect(manager.strings).toEqual(strings);
    expect(events.eventNames()).toEqual([]);
    expect(Object.keys(NOTIFICATIONS).filter((id) => flex.Notifications.registeredNotifications.has(id))).toEqual([]);
  });

  describe('with a configuration that is not as it should be', () => {
    const PATH = 'ui_attributes.custom_data.features.park_interaction.enabled';

    async function aBrokenDesk(roles: string[]) {
      const { flex, ParkInteractionPlugin, added } = await aFlex();
      const said = jest.spyOn(console, 'error').mockImplementation(() => undefined);
      const { manager, reducers } = aManager({ uiAttributes: configured({ enabled: 'yes' }), roles });
      const shown = notificationsOf(flex);
      new ParkInteractionPlugin().init(flex, manager);
      const lines = said.mock.calls.map(([line]) => String(line)).filter((line) => line.includes('park-interaction'));
      said.mockRestore();
      return { added, lines, reducers, shown, manager };
    }

    it('tells the console once, by path, and adds nothing else while it is off', async () => {
      const { added, lines, reducers, shown } = await aBrokenDesk(['agent']);
      expect(lines).toHaveLength(1);
      expect(lines[0]).toContain(PATH);
      expect(shown).toEqual([]);
      expect(added.header).not.toHaveBeenCalled();
      expect(Object.keys(reducers)).toEqual(['flex']);
    });

    it('tells an admin once, by path and with what is done instead', async () => {
      const { shown, manager } = await aBrokenDesk(['agent', 'admin']);
      const problems = expect.stringMatching(`${PATH.replace(/\./g, '\\.')} .*: its default false counts\\.$`);
      expect(shown).toEqual([['ParkInteractionSettingsNotice', { problems }]]);
      expect(manager.strings).toHaveProperty('ParkInteractionSettingsNotice');
    });
  });

  it('adds the button but no list, and opens no Sync map, with show_list off', async () => {
    const { flex, startParking, added } = await aFlex();
    const { outside, opened } = anOutside(parked);
    const { manager } = aManager({ uiAttributes: {} });
    startParking({ flex, manager, settings: settings(false), outside });
    expect(added.header).toHaveBeenCalledTimes(1);
    expect(added.sideNav).not.toHaveBeenCalled();
    expect(added.views).not.toHaveBeenCalled();
    expect(opened).toEqual([]);
  });

  it('adds the list and loads it, with show_list on', async () => {
    const { flex, startParking, added } = await aFlex();
    const { outside, opened } = anOutside(parked);
    const { manager } = aManager({ uiAttributes: {} });
    startParking({ flex, manager, settings: settings(true), outside });
    await new Promise((resolve) => setTimeout(resolve, 0));
    expect(added.sideNav).toHaveBeenCalledTimes(1);
    expect(added.views).toHaveBeenCalledTimes(1);
    expect(opened).toEqual([`ParkedInteractions_${ME}`]);
    expect(manager.store.getState()).toMatchObject({
      'park-interaction': { list: { status: 'ready', items: { [sid('CH')]: { customerName: 'Grace' } } } },
    });
  });

  it.each([
    [['agent'], 0],
    [['agent', 'supervisor'], 0],
    [['agent', 'admin'], 1],
  ])('adds the page of settings for an admin only, without a list, too: %j', async (roles, many) => {
    const { flex, startParking, added } = await aFlex();
    const { manager } = aManager({ uiAttributes: {}, roles });
    startParking({ flex, manager, settings: settings(false), outside: anOutside(parked).outside });
    expect(added.sideNav).toHaveBeenCalledTimes(many);
    expect(added.views).toHaveBeenCalledTimes(many);
  });

  it.each([
    ['by default', true, {}, true],
    ['with 5 minutes', true, { reply_window_notice_minutes: 5 }, true],
    ['with 0', true, { reply_window_notice_minutes: 0 }, false],
    ['with null', true, { reply_window_notice_minutes: null }, false],
    ['without a list', false, {}, false],
  ])('says of reply windows that they close soon or does not: %s', async (_, showList, others, expected) => {
    const { flex, startParking } = await aFlex();
    const { manager } = aManager({ uiAttributes: {} });
    startParking({ flex, manager, settings: settings(showList, others), outside: anOutside(parked).outside });
    expect(flex.Notifications.registeredNotifications.has('ParkInteractionWindowCloses')).toBe(expected);
  });

  it('adds nothing for a Flex user without a worker', async () => {
    const { flex, startParking, added } = await aFlex();
    const { outside } = anOutside(parked);
    const { manager } = aManager({ uiAttributes: {}, workerSid: undefined });
    startParking({ flex, manager, settings: settings(true), outside });
    expect(Object.values(added).flatMap((spy) => spy.mock.calls)).toEqual([]);
  });

  it('lets an account’s own strings win over ours', async () => {
    const { flex, startParking } = await aFlex();
    const { manager } = aManager({ uiAttributes: {}, strings: { ParkInteractionPark: 'Hold' } });
    startParking({ flex, manager, settings: settings(false), outside: anOutside(parked).outside });
    expect(manager.strings).toMatchObject({ ParkInteractionPark: 'Hold', ParkInteractionUnpark: 'Unpark' });
  });
});

describe('beside another plugin that parks', () => {
  /** Its actions are registered at that moment. */
  async function aDesk(when: 'before us' | 'late' | 'never', roles: string[]) {
    const { flex, startParking } = await aFlex();
    const said = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    const { manager, events } = aManager({ uiAttributes: {}, roles });
    const shown = notificationsOf(flex);
    const register = () => flex.Actions.registerAction('ParkInteraction', async () => undefined);
    if (when === 'before us') register();
    const timers: (() => void)[] = [];
    const outside = {
      ...anOutside(parked).outside,
      schedule: (run: () => void) => (timers.push(run), () => undefined),
    };
    startParking({ flex, manager, settings: settings(false), outside });
    timers.splice(0);
    if (when === 'late') events.on('pluginsInitialized', register);
    events.emit('pluginsInitialized');
    timers.forEach((run) => run());
    const lines = said.mock.calls.filter(([line]) => String(line).includes('Two plugins offer parking'));
    said.mockRestore();
    return { lines, shown };
  }

  it.each(['before us', 'late'] as const)('says so on the console, and to an admin (registered %s)', async (when) => {
    const { lines, shown } = await aDesk(when, ['admin']);
    expect(lines).toHaveLength(1);
    expect(shown).toEqual([['ParkInteractionTwoParkingsNotice', {}]]);
  });

  it('says nothing to an agent, and nothing at all where there is no other', async () => {
    expect(await aDesk('late', ['agent'])).toMatchObject({ lines: [expect.anything()], shown: [] });
    expect(await aDesk('never', ['admin'])).toEqual({ lines: [], shown: [] });
  });
});

describe('the Park action', () => {
  async function aDesk(answer: FormAnswer) {
    const { flex, startParking } = await aFlex();
    const { outside, sent } = anOutside(answer);
    const { manager, events } = aManager({ uiAttributes: {}, conversations: { [sid('CH')]: aConversation() } });
    startParking({ flex, manager, settings: settings(false), outside });
    const order: string[] = [];
    flex.Actions.addListener(`before${PARK_ACTION}`, () => void order.push('before'));
    flex.Actions.addListener(`after${PARK_ACTION}`, () => void order.push('after'));
    const shown = notificationsOf(flex);
    return { flex, manager, events, sent, order, shown };
  }

  it('can be invoked by any plugin, with Flex’s own events around it', async () => {
    const { flex, sent, order, shown } = await aDesk(parked);
    await flex.Actions.invokeAction(PARK_ACTION, { task: aTask() });
    expect(sent.map((request) => request.url)).toEqual(['https://parking.twil.io/flex/park-interaction']);
    expect(sent[0]?.fields).toMatchObject({ taskSid: sid('WT'), lastSeenMessageIndex: 4, Token: 'the-token' });
    expect(order).toEqual(['before', 'after']);
    expect(shown).toEqual([['ParkInteractionParked', { customerName: 'Grace', conversationSid: sid('CH') }]]);
  });

  it('rejects when it failed, and there is no “after”', async () => {
    const refusal = { code: 'twilio-unavailable', message: 'down' };
    const { flex, order, shown } = await aDesk({ kind: 'answered', httpStatus: 503, body: refusal });
    await expect(flex.Actions.invokeAction(PARK_ACTION, { task: aTask() })).rejects.toThrow('twilio-unavailable');
    expect(order).toEqual(['before']);
    expect(shown).toEqual([['ParkInteractionParkFailed', expect.objectContaining({ customerName: 'Grace' })]]);
  });

  it('can be stopped by another plugin before anything is sent', async () => {
    const { flex, sent } = await aDesk(parked);
    flex.Actions.addListener(`before${PARK_ACTION}`, (_: unknown, abort: () => void) => abort());
    await expect(flex.Actions.invokeAction(PARK_ACTION, { task: aTask() })).rejects.toThrow();
    expect(sent).toEqual([]);
  });

  it('frees the task in the state when Flex says that it is completed', async () => {
    const { flex, manager, events } = await aDesk(parked);
    await flex.Actions.invokeAction(PARK_ACTION, { task: aTask() });
    expect(manager.store.getState()).toMatchObject({ 'park-interaction': { parks: { [sid('WT')]: 'done' } } });
    events.emit('taskCompleted', aTask());
    expect(manager.store.getState()).toMatchObject({ 'park-interaction': { parks: {} } });
  });
});

describe('a conversation that returns at once', () => {
  let flex: RealFlex;
  beforeAll(async () => {
    flex = await loadRealFlex();
  });

  /** A desk with these tasks on it; says which conversations are loaded after the old task has ended. */
  async function loadedAfter(ending: string, tasks: TaskLike[]) {
    const { manager, events } = aManager({ uiAttributes: {}, tasks });
    const load = jest.spyOn(flex.ConversationState.Actions, 'initWithConversationSid').mockReset().mockResolvedValue();
    keepReturnedConversationsLoaded(flex, manager);
    events.emit(ending, aTask());
    expect(load).not.toHaveBeenCalled(); // Flex unloads only after it has told us
    await Promise.resolve();
    return load.mock.calls;
  }
  const returned = aTask({ taskSid: sid('WT', 2) });

  it.each(['taskCompleted', 'taskCanceled', 'taskRescinded', 'taskRejected', 'taskTimeout'])(
    'is loaded again when its old task ends (%s) after the new one was accepted',
    async (ending) => {
      expect(await loadedAfter(ending, [aTask(), returned])).toEqual([[sid('CH')]]);
    },
  );

  it.each([
    ['no other task', [aTask()]],
    ['a reservation that is not accepted', [aTask({ taskSid: sid('WT', 2), status: 'pending' })]],
    [
      'a task of another conversation',
      [aTask({ taskSid: sid('WT', 2), attributes: { ...MESSAGING_ATTRIBUTES, conversationSid: sid('CH', 2) } })],
    ],
  ])('is left alone when there is only %s', async (_, tasks) => {
    expect(await loadedAfter('taskCompleted', tasks)).toEqual([]);
  });
});

describe('what Flex keeps of a conversation that the agent has left', () => {
  let flex: RealFlex;
  beforeAll(async () => {
    flex = await loadRealFlex();
  });

  const left = { sid: sid('CH'), status: 'notParticipating' };
  const joined = { sid: sid('CH'), status: 'joined' };

  /** Says which conversations are taken out of Flex’s store after the Conversations SDK has told of this one. */
  async function forgottenAfter(event: string, told: unknown, held?: { source: unknown; listener?: object }) {
    const { manager, conversationsClient } = aManager({
      uiAttributes: {},
      // Only what the plugin asks of it.
      conversations: (held ? { [sid('CH')]: held } : {}) as never,
    });
    const unload = jest.spyOn(flex.ConversationState.Actions, 'unload').mockReset().mockReturnValue();
    forgetConversationsLeft(flex, manager);
    conversationsClient.emit(event, told);
    expect(unload).not.toHaveBeenCalled(); // Flex hears it in the same turn
    await Promise.resolve();
    return unload.mock.calls;
  }

  it('is taken out when the SDK lets go of it', async () => {
    expect(await forgottenAfter('conversationRemoved', left, { source: left })).toEqual([[sid('CH')]]);
  });

  it('is taken out when a change of it comes even later', async () => {
    expect(await forgottenAfter('conversationUpdated', { conversation: left }, { source: left })).toEqual([
      [sid('CH')],
    ]);
  });

  it.each([
    ['Flex has loaded it, for a task in wrap-up', left, { source: left, listener: {} }],
    ['the agent is in it', joined, { source: joined }],
    ['it has returned, as another object of the SDK', left, { source: joined }],
    ['Flex keeps nothing of it', left, undefined],
  ])('is left alone when %s', async (_, told, held) => {
    expect(await forgottenAfter('conversationRemoved', told, held)).toEqual([]);
    expect(await forgottenAfter('conversationUpdated', { conversation: told }, held)).toEqual([]);
  });
});
