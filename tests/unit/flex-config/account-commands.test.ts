/** @jest-environment node */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { AccountConfiguration } from '../../../flex-config/account/account-configuration';
import { deploy, diff } from '../../../flex-config/account-commands';
import { outcomeOfAsync } from '../../../flex-config/commands';
import type { JsonObject } from '../../../flex-config/merge';
import type { Terminal } from '../../../flex-config/terminal';

const ACCOUNT = 'AC00000000000000000000000000000001';
const URL = 'https://parking-1234.twil.io';
const FEATURE = 'ui_attributes.custom_data.features.park_interaction';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'flex-config-'));
  writeFileSync(join(folder, 'common.json'), '{}');
  environment({ enabled: true });
});

afterEach(() => rmSync(folder, { recursive: true }));

function environment(feature: unknown): void {
  const settings = { ui_attributes: { custom_data: { features: { park_interaction: feature } } } };
  writeFileSync(join(folder, 'staging.json'), JSON.stringify(settings));
}

/** An account in memory; `onRead` may change it between two reads. */
function account(uiAttributes: JsonObject, onRead: (count: number) => JsonObject | undefined = () => undefined) {
  let held = uiAttributes;
  let reads = 0;
  const written: JsonObject[] = [];
  const port: AccountConfiguration = {
    read: async () => {
      held = onRead(++reads) ?? held;
      return { accountSid: ACCOUNT, uiAttributes: held };
    },
    write: async (snapshot) => {
      held = snapshot.uiAttributes;
      written.push(held);
    },
  };
  return { port, written };
}

const others = { theme: 'dark', custom_data: { crm: { url: 'x' }, features: { callback: { enabled: true } } } };
const withUrl = { ...others, custom_data: { ...others.custom_data, serverless_functions_url: URL } };

function person(answer: boolean): { terminal: Terminal; printed: string[]; asked: string[] } {
  const printed: string[] = [];
  const asked: string[] = [];
  const confirm = async (question: string) => {
    asked.push(question);
    return answer;
  };
  return { terminal: { print: (line) => printed.push(line), confirm }, printed, asked };
}

const command = (port: AccountConfiguration) => ({ env: 'staging', folder, account: port });

describe('config diff', () => {
  it('shows what would change, and writes nothing', async () => {
    const { port, written } = account(withUrl);
    expect(await diff(command(port))).toEqual({
      exitCode: 0,
      lines: [`Flex Configuration of ${ACCOUNT}, with the settings of "staging":`, `+ ${FEATURE}.enabled: true`],
    });
    expect(written).toEqual([]);
  });

  it('needs the address of the Functions from somewhere', async () => {
    expect(await diff(command(account(others).port))).toEqual({
      exitCode: 1,
      lines: ['staging: ui_attributes.custom_data.serverless_functions_url is required while parking is enabled'],
    });
  });

  it('removes a setting that only the account holds, and says so', async () => {
    const features = { park_interaction: { enabled: true, show_lists: true } };
    const { port } = account({ custom_data: { serverless_functions_url: URL, features } });
    const { exitCode, lines } = await diff(command(port));
    expect(exitCode).toBe(0);
    expect(lines[1]).toBe(
      `- ${FEATURE}.show_lists: true (in the account, not in the files; not a setting of this version)`,
    );
  });
});

describe('config deploy', () => {
  it('writes only our settings, after showing them and asking', async () => {
    const { port, written } = account(withUrl);
    const { terminal, printed, asked } = person(true);
    const outcome = await deploy(command(port), { dryRun: false, terminal });

    const customData = {
      ...withUrl.custom_data,
      features: { callback: { enabled: true }, park_interaction: { enabled: true } },
    };
    expect(written).toEqual([{ theme: 'dark', custom_data: customData }]);
    expect(printed).toContain(`+ ${FEATURE}.enabled: true`);
    expect(asked).toEqual([`Write 1 setting to ${ACCOUNT}?`]);
    expect(outcome).toEqual({ exitCode: 0, lines: ['Wrote 1 setting. Desktops read them when they are loaded.'] });
  });

  it('does nothing the second time', async () => {
    const { port, written } = account(withUrl);
    const { terminal } = person(true);
    await deploy(command(port), { dryRun: false, terminal });
    const again = await deploy(command(port), { dryRun: false, terminal });
    expect(again).toEqual({ exitCode: 0, lines: [`${ACCOUNT} has the settings of "staging" already.`] });
    expect(written).toHaveLength(1);
  });

  it.each([
    ['the person says no', { dryRun: false }, 1],
    ['it is a dry run', { dryRun: true }, 0],
  ])('writes nothing when %s', async (_case, { dryRun }, exitCode) => {
    const { port, written } = account(withUrl);
    const outcome = await deploy(command(port), { dryRun, terminal: person(false).terminal });
    expect(outcome.exitCode).toBe(exitCode);
    expect(written).toEqual([]);
  });

  it('writes nothing when somebody else changed anything meanwhile, and says where', async () => {
    const { port, written } = account(withUrl, (count) => (count === 2 ? { ...withUrl, theme: 'light' } : undefined));
    const outcome = await outcomeOfAsync(() =>
      deploy(command(port), { dryRun: false, terminal: person(true).terminal }),
    );
    expect(outcome.exitCode).toBe(1);
    expect(outcome.lines.join()).toContain('ui_attributes.theme');
    expect(written).toEqual([]);
  });

  it('refuses a wrong value before it asks', async () => {
    environment({ enabled: 'yes' });
    const { terminal, asked } = person(true);
    const outcome = await deploy(command(account(withUrl).port), { dryRun: false, terminal });
    expect(outcome).toEqual({ exitCode: 1, lines: [`staging: ${FEATURE}.enabled must be true or false`] });
    expect(asked).toEqual([]);
  });
});
