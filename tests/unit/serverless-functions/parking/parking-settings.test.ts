/** @jest-environment node */
import type { SettingsRequest } from '../../../../serverless-functions/src/contract/parking-settings';
import type { Caller } from '../../../../serverless-functions/src/parking/caller';
import { parkingSettings } from '../../../../serverless-functions/src/parking/desk/parking-settings';
import { ADA, SOFIA } from '../support/fixtures';
import { fakeAccountSettings, heldSettings } from './fake-settings';
import { createFaults } from './faults';

const ALEX: Caller = { ...SOFIA, roles: ['agent', 'admin'] };
const WRITTEN = { enabled: true, show_list: true, history_days: 7 };

function open(written: Record<string, unknown> = WRITTEN) {
  const held = heldSettings(written);
  const faults = createFaults();
  const logged: unknown[][] = [];
  const ports = {
    accountSettings: fakeAccountSettings(held, faults),
    log: (...line: unknown[]) => void logged.push(line),
  };
  const ask = (request: SettingsRequest = {}, caller: Caller = ALEX) =>
    parkingSettings(ports, request, Promise.resolve(caller));
  const own = () => (held.uiAttributes.custom_data as { features: Record<string, unknown> }).features.park_interaction;
  return { ask, faults, held, logged, own };
}

const change = (set: Record<string, unknown>, reset: string[] = []) => ({ set, reset });

describe('the settings of parking', () => {
  it.each([
    ['an agent', ADA],
    ['a supervisor', SOFIA],
  ])('are not for %s', async (_, caller) => {
    const { ask, own } = open();
    const save = { change: change({ enabled: false }), seen: JSON.stringify(WRITTEN), save: 'yes' as const };
    await expect(ask({}, caller)).rejects.toMatchObject({ code: 'admins-only' });
    await expect(ask(save, caller)).rejects.toMatchObject({ code: 'admins-only' });
    expect(own()).toEqual(WRITTEN);
  });

  it('come with their text, default, way of entering, and what the account has', async () => {
    const { settings, status, ...rest } = await open().ask();
    expect(status).toBe('settings');
    expect(rest).toEqual({ seen: JSON.stringify(WRITTEN), changes: [], problems: [] });
    const of = (name: string) => settings.find((setting) => setting.name === name);
    expect(of('history_days')).toEqual({
      name: 'history_days',
      text: expect.stringMatching(/^How long the history keeps a park/),
      input: { kind: 'number', mayBeNull: false },
      byDefault: 30,
      value: 7,
    });
    expect(of('on_customer_reply')).not.toHaveProperty('value');
    expect(of('on_customer_reply')?.input).toEqual({
      kind: 'choice',
      choices: ['workflow', 'worker', 'queue', 'studio'],
    });
  });

  it('that no version of ours knows are shown, so that they can be taken out', async () => {
    const { settings } = await open({ enabled: true, show_menu: 1 }).ask();
    expect(settings.at(-1)).toEqual({ name: 'show_menu', text: 'Not a setting of this version.', value: 1 });
  });
});

describe('a change', () => {
  it('is checked before it is saved: what changes, and for whom', async () => {
    const { ask, own } = open();
    const answer = await ask({ change: change({ when_due: 'workflow' }, ['history_days']) });
    expect(answer).toMatchObject({ status: 'checked', problems: [] });
    expect(answer.changes).toEqual([
      { name: 'history_days', before: 7, reach: expect.stringMatching(/parked already keeps what was set/) },
      { name: 'when_due', after: 'workflow', reach: expect.stringMatching(/parked already keeps its time/) },
    ]);
    expect(own()).toEqual(WRITTEN);
  });

  it('is saved beside everybody else’s settings, and answers how it is now', async () => {
    const { ask, held, logged } = open();
    const saved = await ask({
      change: change({ when_due: 'workflow' }, ['history_days']),
      seen: JSON.stringify(WRITTEN),
      save: 'yes',
    });
    const after = { enabled: true, show_list: true, when_due: 'workflow' };
    expect(saved).toMatchObject({ status: 'saved', seen: JSON.stringify(after) });
    expect(held.uiAttributes).toEqual({
      theme: 'dark',
      custom_data: {
        serverless_functions_url: 'https://parking.twil.io',
        features: { other: { enabled: true }, park_interaction: after },
      },
    });
    expect(logged).toEqual([['settings', 'saved', { by: ALEX.workerSid, names: 'history_days,when_due' }]]);
  });

  it.each([
    ['a wrong value', { history_days: 366 }, 'history_days', 'must be a whole number of days from 0 to 365'],
    ['an unknown name', { show_menu: true }, 'show_menu', 'is not a setting'],
    ['a queue’s wrong value', { queues: { Sales: { may_park: 1 } } }, 'queues', 'Sales.may_park must be true or false'],
    ['a flow that is missing', { on_customer_reply: 'studio' }, 'studio_flow_sid', 'is required while'],
  ])('with %s is not saved, and the setting says why', async (_, set, name, message) => {
    const { ask, own } = open();
    const answer = await ask({ change: change(set), seen: JSON.stringify(WRITTEN), save: 'yes' });
    expect(answer).toMatchObject({
      status: 'checked',
      problems: [{ name, message: expect.stringContaining(message) }],
    });
    expect(own()).toEqual(WRITTEN);
  });

  it('is refused if somebody else has changed a setting of ours meanwhile, which is named', async () => {
    const { ask, own } = open({ ...WRITTEN, history_days: 90, wake_links: true });
    const late = ask({ change: change({ when_due: 'queue' }), seen: JSON.stringify(WRITTEN), save: 'yes' });
    await expect(late).rejects.toMatchObject({ code: 'settings-changed', names: ['history_days', 'wake_links'] });
    expect(own()).toMatchObject({ history_days: 90 });
  });

  it('is refused if that happens between the check and the write', async () => {
    const { ask, faults, held, own } = open();
    // The second reading is the one that nobody can come before any more.
    faults.before('accountSettings.read', () =>
      faults.before('accountSettings.read', () => {
        held.uiAttributes = heldSettings({ ...WRITTEN, history_days: 1 }).uiAttributes;
      }),
    );
    const late = ask({ change: change({ when_due: 'queue' }), seen: JSON.stringify(WRITTEN), save: 'yes' });
    await expect(late).rejects.toMatchObject({ code: 'settings-changed', names: ['history_days'] });
    expect(own()).toMatchObject({ history_days: 1 });
  });

  it('is refused while somebody else saves', async () => {
    const { ask, held, own } = open();
    held.isLocked = true;
    const late = ask({ change: change({ when_due: 'queue' }), seen: JSON.stringify(WRITTEN), save: 'yes' });
    await expect(late).rejects.toMatchObject({ code: 'settings-changed' });
    expect(own()).toEqual(WRITTEN);
  });

  it('whose answer was lost is looked up: it is saved, or nobody can say', async () => {
    const { ask, faults, own } = open();
    const save = { change: change({ when_due: 'queue' }), seen: JSON.stringify(WRITTEN), save: 'yes' as const };
    faults.fail('accountSettings.save', 'lost-request');
    await expect(ask(save)).rejects.toMatchObject({ code: 'settings-unconfirmed' });
    expect(own()).toEqual(WRITTEN);
    faults.fail('accountSettings.save', 'lost-answer');
    expect(await ask(save)).toMatchObject({ status: 'saved' });
    expect(own()).toEqual({ ...WRITTEN, when_due: 'queue' });
  });
});
