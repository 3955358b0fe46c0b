/** @jest-environment node */
import { createAccountConfiguration } from '../../../flex-config/account/account-configuration';
import { connectConfiguration } from '../../../flex-config/account/connect';
import { createCli } from '../../../flex-config/cli';
import type { Outcome } from '../../../flex-config/commands';
import { ENVIRONMENTS_FOLDER } from '../../../flex-config/environment-files';
import { ids } from '../../../local-twilio/src/account/seed/contact-centre';
import { openAccount } from './account';
import type { Account } from './account';

let account: Account;

beforeEach(async () => {
  account = await openAccount();
});

afterEach(() => account.close());

/** Runs `npm run config -- …` on the local account. */
async function config(...argv: string[]): Promise<Outcome & { printed: string[] }> {
  const outcomes: Outcome[] = [];
  const printed: string[] = [];
  const surroundings = {
    folder: ENVIRONMENTS_FOLDER,
    connect: () => createAccountConfiguration(account.client),
    terminal: ({ yes }: { yes: boolean }) => ({
      print: (line: string) => printed.push(line),
      confirm: async () => yes,
    }),
  };
  await createCli((outcome) => outcomes.push(outcome), surroundings).parseAsync(argv, { from: 'user' });
  const [outcome] = outcomes;
  if (!outcome) throw new Error('No outcome');
  return { ...outcome, printed };
}

const uiAttributes = () => account.world.flex.configuration().ui_attributes;

describe('npm run config -- deploy', () => {
  it('writes the settings of the environment and nothing else of the Configuration', async () => {
    const before = { ...account.world.flex.configuration() };
    const { exitCode } = await config('deploy', '--env', 'local', '--yes');
    expect(exitCode).toBe(0);
    expect(uiAttributes()).toMatchObject({
      version_compatibility: 'yes',
      custom_data: { features: { park_interaction: { enabled: true, show_list: true } } },
    });
    const { ui_attributes: _now, date_updated: _date, ...rest } = account.world.flex.configuration();
    expect(before).toMatchObject(rest);
    expect((await config('diff', '--env', 'local')).lines).toEqual([
      `${ids.account} has the settings of "local" already.`,
    ]);
  });

  it('takes out of the account what is not in the file', async () => {
    const held = { park_interaction: { enabled: true, show_menu: true, courtesy_message: { de: 'Bis gleich' } } };
    account.world.flex.setConfiguration({ ui_attributes: { theme: 'dark', custom_data: { features: held } } });
    expect((await config('deploy', '--env', 'local', '--yes')).exitCode).toBe(0);
    expect(uiAttributes()).toMatchObject({
      theme: 'dark',
      custom_data: { features: { park_interaction: { enabled: true, show_list: true } } },
    });
    expect(JSON.stringify(uiAttributes())).not.toMatch(/show_menu|courtesy_message/);
  });

  it.each([
    ['a dry run', ['--dry-run', '--yes'], 0],
    ['a no', [], 1],
  ])('writes nothing for %s', async (_case, flags, exitCode) => {
    const before = uiAttributes();
    expect((await config('deploy', '--env', 'local', ...flags)).exitCode).toBe(exitCode);
    expect(uiAttributes()).toEqual(before);
  });

  it('names an environment that does not exist', async () => {
    const { exitCode, lines } = await config('deploy', '--env', 'nowhere', '--yes');
    expect({ exitCode, lines }).toEqual({
      exitCode: 1,
      lines: [expect.stringMatching(/^There is no environment "nowhere"\. There are: /)],
    });
  });

  it('says in one line that the token is wrong', async () => {
    const stranger = connectConfiguration({ accountSid: ids.account, authToken: 'f'.repeat(32) });
    await expect(stranger.read()).rejects.toMatchObject({ code: 'access-denied' });
  });

  it('says in one line that Twilio failed, and nothing was written', async () => {
    account.world.faults.add({ operationId: 'UpdateConfiguration', times: 1, when: 'before', outcome: 500 });
    const before = uiAttributes();
    expect(await config('deploy', '--env', 'local', '--yes')).toMatchObject({
      exitCode: 1,
      lines: ['Twilio answered 500 for https://flex-api.twilio.com/v1/Configuration: Injected fault'],
    });
    expect(uiAttributes()).toEqual(before);
  });
});
