/** @jest-environment node */
import { examine } from '../../../deploy/doctor/doctor';
import { outcomeOfDeploy } from '../../../deploy/outcome';
import { ids } from '../../../local-twilio/src/account/seed/contact-centre';
import { builtProduct, openAccount } from './account';
import type { Account } from './account';
import { deployTo, writesOf } from './deploying';

jest.setTimeout(60_000);

let account: Account;

beforeEach(async () => {
  account = await openAccount();
  await deployTo(account, { product: builtProduct() });
  await account.settled();
});

afterEach(() => account.close());

const opened = () => ({ client: account.client, accountSid: ids.account, authToken: ids.authToken });
const asked = { env: 'staging', flexSyncSid: undefined, calibration: 'no-such-file.json' };

/** The lines of that title, and the remedies below them. */
async function about(title: string): Promise<string[]> {
  const { lines } = await outcomeOfDeploy(() => examine(opened(), asked));
  const isAbout = (line: string | undefined) => line?.slice(2).startsWith(title);
  return lines.filter((line, at) => isAbout(line) || (line.startsWith('    →') && isAbout(lines[at - 1])));
}

async function removeVariable(name: string): Promise<void> {
  const [service] = await account.client.serverless.v1.services.list();
  const environments = account.client.serverless.v1.services(service?.sid ?? '').environments;
  const [environment] = await environments.list();
  const { variables } = environments(environment?.sid ?? '');
  const held = (await variables.list()).find(({ key }) => key === name);
  await variables(held?.sid ?? '').remove();
}

describe('npm run doctor, after a deployment', () => {
  it('asks one of them, which says that a variable is missing; and changes nothing by asking', async () => {
    const writesBefore = writesOf(account);
    expect(await about("Functions' variables")).toEqual(["✓ Functions' variables: complete, the Functions answer"]);
    expect(writesOf(account)).toEqual(writesBefore);

    await removeVariable('TWILIO_FLEX_SYNC_SID');
    expect(await about("Functions' variables")).toEqual([
      "✗ Functions' variables: missing or malformed: TWILIO_FLEX_SYNC_SID",
      '    → Run npm run deploy -- --env staging',
    ]);
  });

  it("compares Flex's Conversations service with the account's default, which the Functions use", async () => {
    const { flex } = account.world;
    const { chat_service_instance_sid: own } = flex.configuration();
    expect(await about('Flex Conversations')).toEqual([`✓ Flex Conversations: on (${own}), the account's default`]);

    const other = `IS${'9'.repeat(32)}`;
    flex.setConfiguration({ chat_service_instance_sid: other });
    expect(await about('Flex Conversations')).toEqual([
      `✗ Flex Conversations: Flex uses ${other}, but the account's default service is ${own}`,
      `    → Make ${other} the default in Console > Conversations > Manage > Defaults.`,
    ]);
  });
});
