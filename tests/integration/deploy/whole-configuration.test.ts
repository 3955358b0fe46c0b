/** @jest-environment node */
import { createAccountConfiguration } from '../../../flex-config/account/account-configuration';
import { diff } from '../../../flex-config/account-commands';
import { ENVIRONMENTS_FOLDER } from '../../../flex-config/environment-files';
import { outcomeOfDeploy } from '../../../deploy/outcome';
import { undeploy } from '../../../deploy/undeploy/undeploy';
import { ids } from '../../../local-twilio/src/account/seed/contact-centre';
import { openAccount, type Account } from './account';
import { deployTo } from './deploying';

jest.setTimeout(60_000);

/** As an account has them: many features of somebody else, with lists, nested maps, placeholders and odd values. */
const features = {
  ...Object.fromEntries(Array.from({ length: 40 }, (_, at) => [`feature_${40 - at}`, { enabled: at % 2 === 0 }])),
  teams_filter: { teams: ['Blue', '', 'Ærø & Söhne'], applied: { email: true, none: {}, empty: [] } },
  recording: { bucket: '<YOUR_BUCKET>', ratio: 0.5, limit: 0, off: null, 'key with.dots': 'x' },
  parking: { enabled: false },
};
const THEIRS = {
  sdkOptions: { voice: { allowIncomingWhileBusy: true } },
  custom_data: { features, notes: [[1, 'two'], { three: null }] },
  theme: 'dark',
};
/** What the public template keeps under the key that is ours, too. */
const TEMPLATE = { enabled: false, show_list: false };

let account: Account;

beforeEach(async () => {
  account = await openAccount();
});
afterEach(() => account.close());

const write = (uiAttributes: object) => {
  account.world.flex.setConfiguration({ ui_attributes: structuredClone(uiAttributes) as Record<string, unknown> });
};
/** As text: the order of keys counts, too. */
const read = async () => {
  const { uiAttributes } = await account.client.flexApi.v1.configuration().fetch();
  return JSON.stringify(uiAttributes);
};
/** The text of the configuration without what deploying has put into it. */
const withoutOurs = (text: string) =>
  JSON.stringify(JSON.parse(text), (key, value: unknown) =>
    key === 'park_interaction' || key === 'serverless_functions_url' ? undefined : value,
  );

async function removed(): Promise<number> {
  const terminal = { print: () => undefined, confirm: async () => true };
  const opened = { client: account.client, accountSid: ids.account, authToken: ids.authToken };
  const asked = { account: opened, env: 'staging', flexSyncSid: undefined, dryRun: false, terminal };
  return (await outcomeOfDeploy(() => undeploy({ ...asked, parked: 'unpark' }))).exitCode;
}

/** https://www.twilio.com/docs/flex/developer/config/flex-configuration-rest-api */
describe('a whole configuration of somebody else (docs/flex/developer/config/flex-configuration-rest-api)', () => {
  const compared = () =>
    diff({ env: 'local', folder: ENVIRONMENTS_FOLDER, account: createAccountConfiguration(account.client) });

  it('is not named by diff, which shows our settings only', async () => {
    write(THEIRS);
    const { lines } = await compared();
    expect(lines.slice(1).length).toBeGreaterThan(1);
    for (const line of lines.slice(1))
      expect(line).toMatch(/ui_attributes\.custom_data\.(features\.park_interaction|serverless_functions_url)/);
  });

  it('keeps each value and its order when we deploy, and is as it was, to the byte, when we are gone', async () => {
    write(THEIRS);
    const before = await read();

    expect((await deployTo(account)).exitCode).toBe(0);
    const deployed = await read();
    expect(deployed).toContain('"park_interaction":{"enabled":true');
    expect(withoutOurs(deployed)).toBe(before);

    expect(await removed()).toBe(0);
    expect(await read()).toBe(before);
  });

  it('that has the public template’s park_interaction is not taken over before each of its values is named', async () => {
    write({ ...THEIRS, custom_data: { ...THEIRS.custom_data, features: { ...features, park_interaction: TEMPLATE } } });
    const path = 'ui_attributes.custom_data.features.park_interaction';

    const { lines } = await compared();
    for (const name of Object.keys(TEMPLATE))
      expect(lines).toContainEqual(expect.stringMatching(new RegExp(`${path}.${name}\\b.*false.*true`)));

    const { printed } = await deployTo(account);
    expect(printed.join('\n')).toContain('park_interaction.enabled');
    expect(withoutOurs(await read())).toBe(JSON.stringify(THEIRS));
  });
});
