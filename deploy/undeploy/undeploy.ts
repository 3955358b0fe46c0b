import { createAccountConfiguration } from '../../flex-config/account/account-configuration';
import { writeUnlessChanged } from '../../flex-config/account-commands';
import { withoutOwnSettings } from '../../flex-config/plan-configuration';
import type { Terminal } from '../../flex-config/terminal';
import type { Stored, Unreadable } from '../../serverless-functions/src/parking/ports';
import type { Account } from '../account/account';
import { readState } from '../account/read-state';
import type { Outcome } from '../outcome';
import { allRecords } from '../parking/all-records';
import { parkingPorts } from '../parking/ports';
import { NAME } from '../product';
import type { AccountState } from '../state';
import { eventCallbackOwner, isOfEnvironment } from '../steps/event-callback';
import { releaseWith } from '../steps/plugin';
import { recordsServiceOf } from '../steps/records-service';
import { settleParked } from './parked';
import type { ForParked } from './parked';

export interface Undeployment {
  account: Account;
  env: string;
  flexSyncSid: string | undefined;
  parked: ForParked;
  dryRun: boolean;
  terminal: Terminal;
}

/** Whoever is parked behind such a record would be lost with it. */
function unreadableLines(unreadable: readonly Unreadable[]): string[] {
  return [
    ...unreadable.map(({ unreadable: conversationSid }) => `${conversationSid}: its parking record cannot be read`),
    'Nothing was removed. Deploy the newest version, whose Functions can read more, or close these conversations first.',
  ];
}

interface Removal {
  title: string;
  run(): Promise<unknown>;
}

/** Takes parking out of an account: first nobody can park any more, then the parked ones, then what served them. */
export async function undeploy(undeployment: Undeployment): Promise<Outcome> {
  const { account, env, flexSyncSid, parked, dryRun, terminal } = undeployment;
  const state = await readState(account, { env, flexSyncSid });
  const ports = parkingPorts(account, state);
  const { records, unreadable } = ports ? await allRecords(ports) : { records: [], unreadable: [] };
  if (unreadable.length > 0) return { exitCode: 1, lines: unreadableLines(unreadable) };
  const before = stopParking(account, state);
  const after = removeServices(account, state, { env, keepRecords: parked === 'leave' && records.length > 0 });

  for (const line of describe(state, { records, parked, removals: [...before, ...after] })) terminal.print(line);
  if (before.length + after.length + records.length === 0)
    return { exitCode: 0, lines: ['There is nothing to remove.'] };
  if (dryRun) return { exitCode: 0, lines: ['Dry run: nothing was removed.'] };
  if (!(await terminal.confirm('Do this?'))) return { exitCode: 1, lines: ['Nothing was removed.'] };

  await runAll(before, terminal);
  const stuck = await settleAll(undeployment, state, records);
  if (stuck.length > 0) {
    const hint = 'The Functions stay, so that these customers are not lost. Run the command again later.';
    return { exitCode: 1, lines: [...stuck, hint] };
  }
  await runAll(after, terminal);
  return { exitCode: 0, lines: ['Removed. Reload Flex.'] };
}

function stopParking(account: Account, state: AccountState): Removal[] {
  const settings = withoutOwnSettings(state.uiAttributes);
  const configuration = createAccountConfiguration(account.client);
  const isReleased = state.plugin.released.some(({ uniqueName }) => uniqueName === NAME);
  return [
    ...(settings === state.uiAttributes
      ? []
      : [
          {
            title: 'our settings in the Flex Configuration',
            run: () => writeUnlessChanged(configuration, { before: state.uiAttributes, after: settings }),
          },
        ]),
    ...(isReleased
      ? [{ title: 'the plugin on all desktops', run: () => releaseWith(account, undefined, `without ${NAME}`) }]
      : []),
  ];
}

function removeServices(
  { client }: Account,
  state: AccountState,
  { env, keepRecords }: { env: string; keepRecords: boolean },
): Removal[] {
  const workspace = client.taskrouter.v1.workspaces(state.workspaceSid);
  const { functions } = state;
  const recordsSid = keepRecords ? undefined : recordsServiceOf(state, env);
  const owner = eventCallbackOwner(state);
  const isOurs = owner === 'ours' || owner === 'ours-incomplete' || isOfEnvironment(state.eventCallback.url ?? '', env);
  return [
    ...(isOurs
      ? [
          {
            title: "the workspace's event callback",
            run: () => workspace.update({ eventCallbackUrl: '', eventsFilter: '' }),
          },
        ]
      : []),
    ...(functions?.environment
      ? [
          {
            title: `the Functions at ${functions.environment.domainName}`,
            run: () => removeEnvironment(client, functions),
          },
        ]
      : []),
    ...(recordsSid
      ? [{ title: "the records' Sync service", run: () => client.sync.v1.services(recordsSid).remove() }]
      : []),
  ];
}

/** The service goes with its last environment. */
async function removeEnvironment(client: Account['client'], functions: NonNullable<AccountState['functions']>) {
  const service = client.serverless.v1.services(functions.sid);
  const environments = await service.environments.list({ limit: 1000 });
  if (environments.length <= 1) return service.remove();
  return service.environments(functions.environment?.sid ?? '').remove();
}

async function runAll(removals: readonly Removal[], { print }: Terminal): Promise<void> {
  for (const { title, run } of removals) {
    await run();
    print(`✓ removed ${title}`);
  }
}

/** One line for each conversation that could not be settled. */
async function settleAll(
  { account, parked, terminal }: Undeployment,
  state: AccountState,
  records: readonly Stored[],
): Promise<string[]> {
  const stuck: string[] = [];
  for (const stored of records) {
    const ports = parkingPorts(account, state);
    const reason = ports && (await settleParked(ports, stored, parked));
    const { conversationSid } = stored.record.park;
    if (reason) stuck.push(`${conversationSid}: ${reason}`);
  }
  if (records.length > 0)
    terminal.print(`✓ settled ${records.length - stuck.length} of ${records.length} conversations`);
  return stuck;
}

function describe(
  state: AccountState,
  { records, parked, removals }: { records: readonly Stored[]; parked: ForParked; removals: readonly Removal[] },
): string[] {
  const count = records.filter(({ record }) => record.state === 'parked').length;
  const leave = `leave ${count} conversation(s) parked: who writes there is not routed until parking is deployed again`;
  const unpark = `bring ${count} parked conversation(s) back to their workflow`;
  return [
    `From ${state.accountSid}:`,
    ...(count > 0 ? [`  ${parked === 'leave' ? leave : unpark}`] : []),
    ...removals.map(({ title }) => `  remove ${title}`),
  ];
}
