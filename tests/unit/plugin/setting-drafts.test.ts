/** @jest-environment node */
import { settingsOnPage } from '../../../flex-config/schema/account-settings';
import { parkInteraction } from '../../../flex-config/schema/park-interaction';
import {
  changeOf,
  enteredText,
  problemsOf,
  textOf,
  valueOf,
  willBeSet,
} from '../../../plugin-src/parking/state/setting-drafts';
import { settingsAnswer } from '../../../serverless-functions/src/contract/parking-settings';

/** As they come from the Functions. */
const settings = (written: Record<string, unknown> = {}) =>
  settingsAnswer.shape.settings.parse(JSON.parse(JSON.stringify(settingsOnPage(written))));
const of = (name: string, written: Record<string, unknown> = {}) => {
  const found = settings(written).find((setting) => setting.name === name);
  if (!found?.input) throw new Error(`${name} cannot be entered`);
  return { ...found, input: found.input };
};

describe('a setting that is entered', () => {
  it.each(Object.keys(parkInteraction.shape))('%s: its default is understood as it is shown', (name) => {
    const { byDefault, input } = of(name);
    expect(valueOf(textOf(byDefault, input), input)).toEqual(byDefault);
  });

  it.each([
    ['enabled', 'false', false],
    ['when_due', 'workflow', 'workflow'],
    ['max_park_age_hours', '1.5', 1.5],
    ['max_park_age_hours', ' ', null],
    ['history_days', '', ''],
    ['history_days', 'many', 'many'],
    ['time_zone', ' Europe/Berlin ', 'Europe/Berlin'],
    ['time_zone', '', null],
    ['note_reasons', ' Delivery \n\nRefund', ['Delivery', 'Refund']],
    ['courtesy_message', '{"en":"Soon"}', { en: 'Soon' }],
    ['courtesy_message', '{"en":', '{"en":'],
  ])('%s as %j is %j', (name, text, value) => {
    expect(valueOf(text, of(name).input)).toEqual(value);
  });

  it('changes nothing when it is taken back, or is what counts already', () => {
    const all = settings({ history_days: 7, note_reasons: ['Refund'] });
    expect(changeOf(all, { history_days: '7', wake_links: 'false', note_reasons: 'Refund\n' })).toEqual({
      set: {},
      reset: [],
    });
    expect(changeOf(all, { history_days: null, wake_links: null, when_due: 'queue' })).toEqual({
      set: { when_due: 'queue' },
      reset: ['history_days'],
    });
  });

  it('may be the default, said by the account', () => {
    expect(changeOf(settings({ history_days: 7 }), { history_days: '30' }).set).toEqual({ history_days: 30 });
  });

  it('is shown as the draft, the account or the default has it', () => {
    const setting = of('history_days', { history_days: 7 });
    expect([enteredText(setting, {}), willBeSet(setting, {})]).toEqual(['7', true]);
    expect([enteredText(setting, { history_days: null }), willBeSet(setting, { history_days: null })]).toEqual([
      '30',
      false,
    ]);
    expect([enteredText(setting, { history_days: '9' }), willBeSet(setting, { history_days: '9' })]).toEqual([
      '9',
      true,
    ]);
  });
});

describe('what is wrong', () => {
  it('is said at once, in the words of the schema', () => {
    const set = { history_days: 'many', queues: { Sales: { may_park: 'no' } }, courtesy_message: '{"en":' };
    expect(problemsOf({ set, reset: [] })).toEqual({
      history_days: 'must be a whole number of days from 0 to 365',
      queues: 'Sales.may_park must be true or false',
      courtesy_message: 'must be an object: a text per language tag',
    });
  });

  it('with a setting that only newer Functions know is left to them', () => {
    expect(problemsOf({ set: { of_tomorrow: 1 }, reset: [] })).toEqual({});
  });
});
