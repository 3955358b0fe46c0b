/** @jest-environment node */
import type { Log } from '../../../../serverless-functions/src/parking/ports';
import { Calls } from '../../../../serverless-functions/src/twilio/calls';
import { createSettings } from '../../../../serverless-functions/src/twilio/settings';
import { codeOfRefusal } from '../parking/fake-ports';
import { fakeClock } from '../support/fake-clock';
import { fakeTwilio } from '../support/fake-http';

const WORKFLOW = `WW${'1'.repeat(32)}`;

type Line = Parameters<Log>;

function open() {
  const clock = fakeClock(1_000_000);
  const flex: { ui_attributes: object; taskrouter_target_workflow_sid?: unknown } = {
    ui_attributes: withFeature({ enabled: true, show_list: true }),
  };
  const http = fakeTwilio(() => ({ status: 200, body: flex }));
  const calls = new Calls(clock, { callUntilMs: 1e12, retryUntilMs: 0 });
  const logged: Line[] = [];
  const log = (...line: Line) => void logged.push(line);
  const settings = createSettings(http.client, calls, { cache: {}, clock, log });
  return { ...http, logged, clock, flex, settings };
}

function withFeature(park_interaction: object): object {
  const functions = { serverless_functions_url: 'https://parking.twil.io' };
  return { theme: {}, custom_data: { ...functions, features: { park_interaction } } };
}

describe('the settings', () => {
  it('are the feature’s in the Flex configuration', async () => {
    const { settings, sent } = open();
    expect(await settings.current()).toMatchObject({ enabled: true, showList: true });
    expect(sent).toMatchObject([{ method: 'GET', host: 'flex-api.twilio.com', path: '/v1/Configuration' }]);
  });

  it('are off when nobody configured anything', async () => {
    const { settings, flex } = open();
    flex.ui_attributes = {};
    expect(await settings.current()).toMatchObject({ enabled: false, showList: false, courtesyMessage: {} });
  });

  it('name the account’s default workflow, from the same answer', async () => {
    const { settings, flex, sent } = open();
    flex.taskrouter_target_workflow_sid = WORKFLOW;
    expect(await settings.current()).toMatchObject({ defaultWorkflowSid: WORKFLOW });
    expect(await settings.current()).toMatchObject({ defaultWorkflowSid: WORKFLOW });
    expect(sent).toHaveLength(1);
  });

  it.each([undefined, null, '', 'WW1'])('name no default workflow where Flex has %p', async (held) => {
    const { settings, flex } = open();
    flex.taskrouter_target_workflow_sid = held;
    expect(await settings.current()).toMatchObject({ enabled: true, defaultWorkflowSid: undefined });
  });

  it('bear another mark when one of ours has changed, and the same when only others have', async () => {
    const { settings, flex, clock } = open();
    const markOf = async (written: object) => {
      flex.ui_attributes = written;
      clock.advance(60_000);
      return (await settings.current()).mark;
    };
    const first = await markOf(withFeature({ enabled: true }));
    expect(await markOf({ ...withFeature({ enabled: true }), theme: 'dark' })).toBe(first);
    expect(await markOf(withFeature({ enabled: true, history_days: 7 }))).not.toBe(first);
    expect(await markOf(withFeature({ enabled: true }))).toBe(first);
  });

  it('are read once a minute', async () => {
    const { settings, flex, clock, sent } = open();
    await settings.current();
    flex.ui_attributes = withFeature({ enabled: false });
    clock.advance(59_999);
    expect(await settings.current()).toMatchObject({ enabled: true });
    clock.advance(1);
    expect(await settings.current()).toMatchObject({ enabled: false });
    expect(sent).toHaveLength(2);
  });

  it.each([{ status: 500 }, { status: 403 }, 'not-connected', 'lost-request'] as const)(
    'are the last good ones while they cannot be read (%j)',
    async (fault) => {
      const { settings, clock, fail } = open();
      await settings.current();
      clock.advance(3_600_000);
      fail('GET', fault);
      expect(await settings.current()).toMatchObject({ enabled: true });
    },
  );

  it('are the last good ones while somebody has broken them as a whole', async () => {
    const { settings, clock, flex, logged } = open();
    await settings.current();
    clock.advance(60_000);
    flex.ui_attributes = { custom_data: 'text' };
    expect(await settings.current()).toMatchObject({ enabled: true });
    expect(logged).toMatchObject([['settings', 'not-as-written', { instead: 'the last good settings count' }]]);
  });

  it('are a refusal when they were never read', async () => {
    const { settings, fail } = open();
    fail('GET', { status: 500 });
    expect(await codeOfRefusal(settings.current())).toBe('configuration-unavailable');
    expect(await settings.current()).toMatchObject({ enabled: true });
  });

  it('are off, and say so in the log, when they are broken as a whole from the start', async () => {
    const { settings, flex, logged } = open();
    flex.ui_attributes = { custom_data: 'text' };
    expect(await settings.current()).toMatchObject({ enabled: false });
    expect(logged).toMatchObject([['settings', 'not-as-written', { path: 'ui_attributes.custom_data' }]]);
  });

  it('stay on with a wrong and an unknown one, and name both once per reading', async () => {
    const { settings, flex, logged, clock } = open();
    flex.ui_attributes = withFeature({ enabled: true, show_list: 'yes', show_menu: true });
    expect(await settings.current()).toMatchObject({ enabled: true, showList: false });
    await settings.current();
    const path = 'ui_attributes.custom_data.features.park_interaction';
    expect(logged).toMatchObject([
      ['settings', 'not-as-written', { path: `${path}.show_list`, instead: 'its default false counts' }],
      ['settings', 'not-as-written', { path: `${path}.show_menu`, instead: 'it is ignored' }],
    ]);
    clock.advance(60_000);
    await settings.current();
    expect(logged).toHaveLength(4);
  });

  it('do not need the address of the Functions', async () => {
    const { settings, flex, logged } = open();
    flex.ui_attributes = { custom_data: { features: { park_interaction: { enabled: true } } } };
    expect(await settings.current()).toMatchObject({ enabled: true });
    expect(logged).toEqual([]);
  });
});
