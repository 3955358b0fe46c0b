/** @jest-environment node */
import { createAccountConfiguration } from '../../../flex-config/account/account-configuration';
import { createCli } from '../../../flex-config/cli';
import type { Outcome } from '../../../flex-config/commands';
import type { SettingsAnswer } from '../../../serverless-functions/src/contract/parking-settings';
import type { ReconcileAnswer } from '../../../serverless-functions/src/contract/reconcile';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { parkingSyncService } from '../../../scripts/local-parking';
import { ids } from '../../../local-twilio/src/account/seed/contact-centre';
import { customers } from './support/contact-centre';
import { openDesk, WARM_UP_MS, warmUp, type Desk } from './support/desk';
import { it } from './support/either-way';

beforeAll(warmUp, WARM_UP_MS);

const PATH = 'flex/parking-settings';
/** Each Function remembers settings for a minute. */
const REMEMBERED_MS = 60_000;

interface Wanted {
  set?: Record<string, unknown>;
  reset?: string[];
}

/** An admin with the page open. */
async function openPage(desk: Desk, who: 'alex' | 'ada' = 'alex') {
  const ask = async (fields: object = {}) => desk.call(PATH, { Token: desk.token(who), ...fields });
  const { body } = await ask();
  const { seen } = body as SettingsAnswer;
  const save = (change: Wanted) => ask({ change: JSON.stringify(change), seen, save: 'yes' });
  return { ask, save, seen, answer: body as SettingsAnswer };
}

const uiAttributes = ({ world }: Desk) => world.flex.configuration().ui_attributes;
const own = (desk: Desk) =>
  (uiAttributes(desk).custom_data as { features: Record<string, unknown> }).features['park_interaction'];

describe('the page of settings', () => {
  it('saves our keys, and leaves everything else of the Configuration as it was', async () => {
    const desk = openDesk();
    const before = structuredClone(desk.world.flex.configuration());
    const others = { theme: 'dark', custom_data: { ...Object(before.ui_attributes.custom_data), language: 'de' } };
    desk.world.flex.setConfiguration({ ui_attributes: others });
    const page = await openPage(desk);
    expect((await page.save({ set: { history_days: 7 }, reset: ['show_list'] })).body).toMatchObject({
      status: 'saved',
      seen: '{"enabled":true,"history_days":7}',
    });
    const { ui_attributes: after, date_updated: _date, ...rest } = desk.world.flex.configuration();
    expect(before).toMatchObject(rest);
    expect(after).toEqual({
      ...others,
      custom_data: { ...others.custom_data, features: { park_interaction: { enabled: true, history_days: 7 } } },
    });
    // Nothing of ours is left at Twilio.
    expect([...desk.world.sync.service(parkingSyncService).documents.values()]).toEqual([]);
  });

  it('counts for the next park, and what is parked already keeps what was set', async () => {
    const desk = openDesk();
    desk.available('ada');
    const first = await desk.serve('ada', customers.web);
    await desk.park('ada', first);
    const page = await openPage(desk);
    await page.save({ set: { on_customer_reply: 'worker', max_parked_per_agent: 2 } });
    desk.world.clock.advance(REMEMBERED_MS);
    const second = await desk.serve('ada', customers.whatsapp);
    await desk.park('ada', second);
    const route = (sid: string) => desk.record(sid)?.park;
    expect(route(first.conversationSid)).toMatchObject({ reply: { route: { to: 'workflow' } } });
    expect(route(second.conversationSid)).toMatchObject({ reply: { route: { to: 'worker' } }, slot: { max: 2 } });
  });

  it('saves for one of two admins at once, and tells the other what differs', async () => {
    const desk = openDesk();
    const [one, other] = [await openPage(desk), await openPage(desk)];
    expect((await one.save({ set: { history_days: 7 } })).status).toBe(200);
    const late = await other.save({ set: { history_days: 9, wake_links: true } });
    expect(late).toMatchObject({ status: 409, body: { code: 'settings-changed', names: ['history_days'] } });
    expect(own(desk)).toEqual({ enabled: true, show_list: true, history_days: 7 });
  });

  it('saves for one of two who press Save at the same moment, whoever is first at Twilio', async () => {
    const desk = openDesk({ latencyMs: 50 });
    const [one, other] = [await openPage(desk), await openPage(desk)];
    const answers = await Promise.all([
      one.save({ set: { history_days: 7 } }),
      other.save({ set: { wake_links: true } }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const [saved] = answers.filter(({ status }) => status === 200);
    expect(own(desk)).toEqual(JSON.parse((saved?.body as SettingsAnswer).seen));
    expect(Object.keys(Object(own(desk)))).toHaveLength(3);
  });

  it('is open again half a minute after a Function died while it saved', async () => {
    const desk = openDesk();
    // As after such a death, its lock is left.
    desk.world.faults.add({ operationId: 'DeleteDocument', times: 2, when: 'before', outcome: 503 });
    expect((await (await openPage(desk)).save({ set: { history_days: 7 } })).status).toBe(200);
    const page = await openPage(desk);
    expect((await page.save({ set: { history_days: 8 } })).body).toMatchObject({ code: 'settings-changed' });
    desk.world.clock.advance(31_000);
    expect((await page.save({ set: { history_days: 8 } })).status).toBe(200);
  });

  it('does not mind what others change beside ours meanwhile, and keeps it', async () => {
    const desk = openDesk();
    const page = await openPage(desk);
    desk.world.flex.setConfiguration({ ui_attributes: { ...uiAttributes(desk), theme: 'dark' } });
    expect((await page.save({ set: { history_days: 7 } })).status).toBe(200);
    expect(uiAttributes(desk)).toMatchObject({ theme: 'dark' });
    expect(own(desk)).toMatchObject({ history_days: 7 });
  });

  it('says that it is not saved where Twilio refuses, and that nobody knows where the answer is lost', async () => {
    const desk = openDesk();
    const page = await openPage(desk);
    const fails = (outcome: 503 | 500, when: 'before' | 'after') =>
      desk.world.faults.add({ operationId: 'UpdateConfiguration', times: 2, when, outcome });
    fails(503, 'before');
    expect((await page.save({ set: { history_days: 7 } })).body).toMatchObject({ code: 'twilio-unavailable' });
    desk.world.faults.clear();
    fails(500, 'before');
    expect((await page.save({ set: { history_days: 7 } })).body).toMatchObject({ code: 'settings-unconfirmed' });
    expect(own(desk)).toEqual({ enabled: true, show_list: true });
    desk.world.faults.clear();
    // What may still be under way must not undo another save.
    expect((await page.save({ set: { history_days: 7 } })).body).toMatchObject({ code: 'settings-changed' });
    desk.world.clock.advance(30_000);
    fails(500, 'after');
    expect((await page.save({ set: { history_days: 7 } })).body).toMatchObject({ status: 'saved' });
    expect(own(desk)).toMatchObject({ history_days: 7 });
  });
});

describe('open desktops', () => {
  it('see by the mark that somebody has changed a setting of ours, whoever reconciles', async () => {
    const desk = openDesk();
    const markFor = async (who: 'ada' | 'ben') => {
      const { body } = await desk.call('flex/reconcile', { Token: desk.token(who) });
      return (body as ReconcileAnswer).settingsMark;
    };
    const first = await markFor('ada');
    expect(first).toEqual(expect.any(String));
    // Another desktop has the lease.
    expect(await markFor('ben')).toBe(first);
    const page = await openPage(desk);
    desk.world.flex.setConfiguration({ ui_attributes: { ...uiAttributes(desk), theme: 'dark' } });
    desk.world.clock.advance(REMEMBERED_MS);
    expect(await markFor('ben')).toBe(first);
    await page.save({ set: { history_days: 7 } });
    desk.world.clock.advance(REMEMBERED_MS);
    const second = await markFor('ada');
    expect(second).toEqual(expect.any(String));
    expect(second).not.toBe(first);
  });

  it('get an answer, without a mark, while settings cannot be read', async () => {
    const desk = openDesk();
    desk.world.faults.add({ operationId: 'FetchConfiguration', times: 9, when: 'before', outcome: 503 });
    const { body, status } = await desk.call('flex/reconcile', { Token: desk.token('ada') });
    expect(status).toBe(200);
    expect((body as ReconcileAnswer).settingsMark).toBeUndefined();
  });
});

describe('the page and npm run config', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'settings-'));
    writeFileSync(join(folder, 'common.json'), '{}');
    writeFileSync(join(folder, 'shop.json'), '{}');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  /** `npm run config -- …` on the desk's account. */
  async function config({ world }: Desk, ...argv: string[]): Promise<Outcome> {
    const outcomes: Outcome[] = [];
    const authorization = `Basic ${Buffer.from(`${ids.account}:${ids.authToken}`).toString('base64')}`;
    const client = {
      async request({ data, headers, method, uri }: { method: string; uri: string; headers?: object; data?: object }) {
        const { host, pathname: path } = new URL(uri);
        const json = { 'content-type': 'application/json', authorization };
        const body = headers && data ? JSON.stringify(data) : '';
        const answer = await world.dispatch({
          method: method.toUpperCase(),
          host,
          path,
          query: {},
          headers: json,
          body,
        });
        return { statusCode: answer.status, body: JSON.stringify(answer.body) };
      },
    };
    const surroundings = {
      folder,
      connect: () => createAccountConfiguration(client),
      terminal: () => ({ print: () => undefined, confirm: async () => true }),
    };
    await createCli((outcome) => void outcomes.push(outcome), surroundings).parseAsync(argv, { from: 'user' });
    return outcomes[0] ?? { exitCode: 1, lines: [] };
  }

  it('agree: what one sets the other reads, and names as set', async () => {
    const desk = openDesk();
    for (const [path, value] of [
      ['enabled', 'true'],
      ['when_due', 'queue'],
      ['note_reasons', '["Delivery"]'],
    ] as const)
      expect((await config(desk, 'set', `park_interaction.${path}`, value, '--env', 'shop')).exitCode).toBe(0);
    expect((await config(desk, 'deploy', '--env', 'shop', '--yes')).exitCode).toBe(0);

    const page = await openPage(desk);
    const set = page.answer.settings.filter((setting) => 'value' in setting).map(({ name, value }) => [name, value]);
    expect(set).toEqual([
      ['enabled', true],
      ['note_reasons', ['Delivery']],
      ['when_due', 'queue'],
    ]);

    await page.save({ set: { when_due: 'worker' }, reset: ['note_reasons'] });
    const { lines } = await config(desk, 'diff', '--env', 'shop');
    const at = 'ui_attributes.custom_data.features.park_interaction';
    expect(lines.slice(1)).toEqual([`~ ${at}.when_due: "worker" → "queue"`, `+ ${at}.note_reasons: ["Delivery"]`]);
    expect(readFileSync(join(folder, 'shop.json'), 'utf8')).toContain('note_reasons');
  });

  it('refuse the same values with the same words', async () => {
    const desk = openDesk();
    const page = await openPage(desk);
    for (const [name, value] of [
      ['history_days', 366],
      ['time_zone', 'Nowhere/City'],
      ['park_until_presets', ['soon']],
      ['queues', { Sales: { may_park: 'no' } }],
    ] as const) {
      const { lines } = await config(desk, 'set', `park_interaction.${name}`, JSON.stringify(value), '--env', 'shop');
      const { body } = await page.save({ set: { [name]: value } });
      const [problem] = (body as SettingsAnswer).problems;
      const words = lines
        .join()
        .replace(/^.*park_interaction\.\w+\.?/, '')
        .trim();
      expect({ name: problem?.name, words: problem?.message }).toEqual({ name, words });
    }
  });
});
