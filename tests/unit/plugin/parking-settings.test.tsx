import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React from 'react';

import { planSettings, settingsOnPage } from '../../../flex-config/schema/account-settings';
import type { Outcome } from '../../../plugin-src/flex/functions-client';
import { SettingsView } from '../../../plugin-src/parking/components/SettingsView';
import type { SettingsAnswer, SettingsForm } from '../../../serverless-functions/src/contract/parking-settings';
import { renderParking } from './support/render-parking';

jest.setTimeout(30_000);

/** All of them would make each look at the page slow. */
const SHOWN = ['enabled', 'when_due', 'on_customer_reply', 'studio_flow_sid', 'history_days'];
const WRITTEN = { enabled: true, history_days: 7 };

/** What the Functions answer to a request, as the account has it. */
function answerTo({ change, save }: SettingsForm, written: Record<string, unknown> = WRITTEN): SettingsAnswer {
  const uiAttributes = {
    custom_data: { serverless_functions_url: 'https://parking.twil.io', features: { park_interaction: written } },
  };
  const { changes, problems } = planSettings(uiAttributes, change ? JSON.parse(change) : { set: {}, reset: [] });
  const status = problems.length === 0 && save ? 'saved' : change ? 'checked' : 'settings';
  const { set = {}, reset = [] } = change ? JSON.parse(change) : {};
  const kept = Object.entries(written).filter(([name]) => !reset.includes(name));
  const after = status === 'saved' ? { ...Object.fromEntries(kept), ...set } : written;
  const plain = (value: object) => JSON.parse(JSON.stringify(value));
  const settings = settingsOnPage(after).filter(({ input, name }) => SHOWN.includes(name) || !input);
  return plain({ status, settings, seen: JSON.stringify(after), changes, problems });
}

/** The page of an admin; its answers come when the test gives them. */
function openPage() {
  const requests: SettingsForm[] = [];
  const waiting: ((outcome: Outcome<SettingsAnswer>) => void)[] = [];
  const { unmount } = renderParking(<SettingsView />, {
    services: {
      settings: (request) => {
        requests.push(request);
        return new Promise((answer) => void waiting.push(answer));
      },
    },
  });
  const gives = (outcome: Outcome<SettingsAnswer>) => act(async () => waiting.shift()?.(outcome));
  const answers = (written?: Record<string, unknown>) =>
    gives({ ok: true, answer: answerTo(requests.at(-1) ?? {}, written) });
  const fails = (failure: Partial<Extract<Outcome<SettingsAnswer>, { ok: false }>['failure']>) =>
    gives({ ok: false, failure: { code: 'twilio-unavailable', message: '', ...failure } });
  return { requests, answers, fails, unmount };
}

const review = () => screen.getByRole('button', { name: 'Review changes' });
const days = () => screen.getByLabelText<HTMLInputElement>('history_days');
const disabled = (button: HTMLElement) => button.hasAttribute('disabled');

async function typeDays(text: string) {
  await userEvent.clear(days());
  await userEvent.type(days(), text);
}

describe('the page of settings', () => {
  it('shows each setting with its text, default, value and whether the account says so', async () => {
    const { answers, requests } = openPage();
    expect(screen.getByText('Loading settings…')).toBeTruthy();
    await answers();
    expect(requests).toEqual([{}]);
    expect(days().value).toBe('7');
    expect(screen.getByText(/^How long the history keeps a park/)).toBeTruthy();
    expect(screen.getAllByText('Default: 30')).toHaveLength(1);
    expect(screen.getAllByText('Set in this account')).toHaveLength(2);
    expect(screen.getByLabelText<HTMLSelectElement>('when_due').value).toBe('worker');
    expect(disabled(review())).toBe(true);
  });

  it('says what is wrong as it is typed, and lets nobody go on with it', async () => {
    const { answers } = openPage();
    await answers();
    await typeDays('366');
    expect(screen.getByText('must be a whole number of days from 0 to 365')).toBeTruthy();
    expect(disabled(review())).toBe(true);
    await typeDays('90');
    expect(screen.queryByText(/^must be/)).toBeNull();
    expect(disabled(review())).toBe(false);
  });

  it('shows what will change and for whom, saves it, and says so', async () => {
    const { answers, requests } = openPage();
    await answers();
    await typeDays('90');
    await userEvent.click(review());
    await answers();
    const dialog = screen.getByRole('dialog', { name: 'What will change' });
    expect(within(dialog).getByText('7 → 90')).toBeTruthy();
    expect(within(dialog).getByText(/What is parked already keeps what was set/)).toBeTruthy();
    await userEvent.click(within(dialog).getByRole('button', { name: 'Save' }));
    await answers();
    const change = JSON.stringify({ set: { history_days: 90 }, reset: [] });
    const seen = JSON.stringify(WRITTEN);
    expect(requests.slice(1)).toEqual([
      { change, seen },
      { change, seen, save: 'yes' },
    ]);
    expect(screen.getByText(/^The settings are saved\./)).toBeTruthy();
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(days().value).toBe('90');
    expect(disabled(review())).toBe(true);
  });

  it('lets nobody change anything while it is checked or saved, and stays open while it is saved', async () => {
    const { answers } = openPage();
    await answers();
    await typeDays('90');
    await userEvent.click(review());
    expect(disabled(days())).toBe(true);
    expect(disabled(screen.getByLabelText('when_due'))).toBe(true);
    expect(disabled(screen.getByRole('button', { name: 'Reset history_days to its default' }))).toBe(true);
    await answers();
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    await userEvent.click(screen.getByRole('button', { name: 'Close' }));
    expect(screen.getByRole('dialog')).toBeTruthy();
    await answers();
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(disabled(days())).toBe(false);
  });

  it('puts a setting back to its default, and takes back what was entered', async () => {
    const { answers, requests } = openPage();
    await answers();
    await userEvent.click(screen.getByRole('button', { name: 'Reset history_days to its default' }));
    expect(days().value).toBe('30');
    await userEvent.click(review());
    expect(requests[1]?.change).toBe(JSON.stringify({ set: {}, reset: ['history_days'] }));
    await answers();
    expect(within(screen.getByRole('dialog')).getByText('7 → Default: 30')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    await userEvent.click(screen.getByRole('button', { name: 'Discard changes' }));
    expect(days().value).toBe('7');
  });

  it('shows what only the Functions find wrong next to its setting', async () => {
    const { answers } = openPage();
    await answers();
    await userEvent.selectOptions(screen.getByLabelText('on_customer_reply'), 'studio');
    await userEvent.click(review());
    await answers();
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(screen.getByText('is required while on_customer_reply is studio')).toBeTruthy();
  });

  it('names what somebody else has changed, and keeps what was entered while it loads again', async () => {
    const { answers, fails, requests } = openPage();
    await answers();
    await typeDays('90');
    await userEvent.click(review());
    await answers();
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    await fails({ code: 'settings-changed', names: ['wake_links'] });
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(screen.getByText(/Nothing was saved.*Changed by somebody else: wake_links\.$/)).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Load again' }));
    await answers({ ...WRITTEN, wake_links: true });
    expect(days().value).toBe('90');
    await userEvent.click(review());
    expect(requests.at(-1)?.seen).toBe(JSON.stringify({ ...WRITTEN, wake_links: true }));
  });

  it('can be loaded again after a failure, and saving tried again', async () => {
    const { answers, fails, requests } = openPage();
    await fails({});
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await answers();
    await typeDays('90');
    await userEvent.click(review());
    await fails({ code: 'offline' });
    expect(days().value).toBe('90');
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await answers();
    expect(screen.getByRole('dialog')).toBeTruthy();
    expect(requests).toHaveLength(4);
  });

  it('lets an admin take out what is no setting of this version', async () => {
    const { answers, requests } = openPage();
    await answers({ ...WRITTEN, show_menu: 1 });
    expect(screen.getByText('Not a setting of this version.')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Reset show_menu to its default' }));
    await userEvent.click(review());
    expect(requests[1]?.change).toBe(JSON.stringify({ set: {}, reset: ['show_menu'] }));
  });
});
