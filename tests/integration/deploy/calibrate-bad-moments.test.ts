/** @jest-environment node */
import { kindOf } from '../../../deploy/calibrate/steps';
import type { Edge } from '../../../deploy/calibrate/follow';
import { GROUPS } from '../../../deploy/calibrate/groups/all-groups';
import type { Group } from '../../../deploy/calibrate/groups/group';
import { webhooks } from '../../../deploy/calibrate/groups/webhooks';
import { SWITCHES } from '../../../deploy/calibrate/questions';
import type { Fault } from '../../../local-twilio/src/kernel/faults';
import { virtualClock } from '../../../local-twilio/src/kernel/clock';
import { defaultSwitches, otherSwitches, type Switches } from '../../../local-twilio/src/kernel/switches';
import { openAccount } from './account';
import type { Account } from './account';
import { calibrateOn, clean, edgeOf, leftOf, QUICK } from './calibrating';

jest.setTimeout(120_000);

let account: Account;

async function open(switches: Partial<Switches> = {}): Promise<void> {
  account = await openAccount({ switches, clock: virtualClock(Date.UTC(2026, 0, 5, 9)) });
}

afterEach(() => account.close());

/** Every call of a whole run by its kind, those of the clean-up at its end included. */
async function callsOfARun(groups: readonly Group[], switches: Partial<Switches>): Promise<string[]> {
  await open(switches);
  const kinds: string[] = [];
  const edge = edgeOf(account);
  const request: Edge['request'] = (call) => {
    kinds.push(kindOf(call));
    return edge.request(call);
  };
  await calibrateOn(account, { edge: { ...edge, request }, groups });
  await account.close();
  return kinds;
}

/** The process is killed at its call of that number: nothing of it happens any more, not even its clean-up. */
function killedAt(edge: Edge, number: number, when: 'before' | 'after'): { edge: Edge; killed: Promise<void> } {
  let count = 0;
  let isKilled = () => {};
  const killed = new Promise<void>((resolve) => {
    isKilled = resolve;
  });
  const request: Edge['request'] = async (call) => {
    count += 1;
    if (count < number) return edge.request(call);
    if (when === 'after') await edge.request(call);
    isKilled();
    return new Promise(() => {});
  };
  return { edge: { ...edge, request }, killed };
}

/** 1 is every single call: CALIBRATE_EVERY=1 takes minutes. */
const EVERY = Number(process.env.CALIBRATE_EVERY ?? 31);

/** Some calls, evenly spread, and the first of each kind. */
function moments(kinds: readonly string[]): number[] {
  const numbers = kinds.map((_kind, index) => index + 1);
  return numbers.filter((number) => number % EVERY === 0 || kinds.indexOf(kinds[number - 1] ?? '') === number - 1);
}

const writes = (kinds: readonly string[]) => (number: number) => !kinds[number - 1]?.startsWith('GET');

describe('--clean, after a run that was killed', () => {
  it.each([
    ['before it took effect', 'before', {}, QUICK],
    ['after it took effect, where tasks come later', 'after', otherSwitches, QUICK],
    ['after it took effect, with Functions', 'after', {}, [webhooks]],
  ] as const)('leaves nothing of it, at whichever call: %s', async (_case, when, switches, groups) => {
    const kinds = await callsOfARun(groups, switches);
    const left: string[] = [];
    for (const number of moments(kinds).filter(EVERY === 1 ? () => true : writes(kinds))) {
      await open(switches);
      const { edge, killed } = killedAt(edgeOf(account), number, when);
      await Promise.race([calibrateOn(account, { edge, groups }), killed]);
      await account.settled();
      const { exitCode } = await clean(account);
      left.push(...leftOf(account.world).map((what) => `${number}, ${kinds[number - 1]}: ${what}`));
      if (exitCode !== 0) left.push(`${number}, ${kinds[number - 1]}: exit code ${exitCode}`);
      await account.close();
    }
    await open();
    expect(left).toEqual([]);
  });
});

/** So many operations fail in one run. */
const AT_ONCE = EVERY === 1 ? 1 : 6;
/** Without these nothing can be asked: they fail alone. */
const SHARED = ['CreateService', 'CreateSyncList', 'CreateTaskQueue', 'CreateWorkflow', 'CreateWorker'];
const ASKED = EVERY === 1 ? GROUPS : QUICK;

/** Every operation that a run uses, by the name that faults have, in sets that fail together. */
async function operationsOfARun(switches: Partial<Switches>): Promise<string[][]> {
  await open(switches);
  await calibrateOn(account, { groups: ASKED });
  const operations = account.world.calls().map(({ operationId }) => operationId ?? '');
  await account.close();
  const all = [...new Set(operations)].filter((operation) => operation !== '');
  const others = all.filter((operation) => !SHARED.includes(operation));
  const sets = Math.ceil(others.length / AT_ONCE);
  return [
    ...SHARED.map((operation) => [operation]),
    ...Array.from({ length: sets }, (_, set) => others.filter((_operation, index) => index % sets === set)),
  ];
}

const OF_FUNCTIONS = [
  'CreateService',
  'CreateEnvironment',
  'CreateVariable',
  'CreateFunction',
  'CreateFunctionVersion',
  'CreateBuild',
  'FetchBuildStatus',
  'CreateDeployment',
  'CreateConversationScopedWebhook',
  'CreateSyncListItem',
  'ListSyncListItem',
  'DeleteService',
];

const faults: [string, Pick<Fault, 'when' | 'outcome'>][] = [
  ['429', { when: 'before', outcome: 429 }],
  ['500 before anything happened', { when: 'before', outcome: 500 }],
  ['500 after it happened', { when: 'after', outcome: 500 }],
];

describe.each([
  ['default positions', {}, defaultSwitches],
  ['other positions', otherSwitches, otherSwitches],
])('with %s', (_positions, switches, expected) => {
  it.each(faults)('never takes one position for the other when operations answer %s once', async (_case, fault) => {
    const wrong: string[] = [];
    for (const failing of await operationsOfARun(switches)) {
      await open(switches);
      for (const operationId of failing) account.world.faults.add({ operationId, times: 1, ...fault });
      const operationId = failing.join();
      const { file, lines } = await calibrateOn(account, { groups: ASKED });
      for (const [name, { position }] of Object.entries(file?.switches ?? {}))
        if (position !== Reflect.get(expected, name)) wrong.push(`${operationId}: ${name} ${position}`);
      for (const name of Object.keys(SWITCHES))
        if (file ? !file.switches[name] && !file.unanswered[name] : !lines[0]?.startsWith('Nothing could be asked: '))
          wrong.push(`${operationId}: ${name} is not mentioned`);
      wrong.push(...leftOf(account.world).map((what) => `${operationId}: left ${what}: ${lines.join(' ')}`));
      await account.close();
    }
    await open();
    expect(wrong).toEqual([]);
  });
});

describe('the questions about webhooks', () => {
  it.each(faults)('have the right answer or none when everything answers %s once', async (_case, fault) => {
    await open();
    for (const operationId of OF_FUNCTIONS) account.world.faults.add({ operationId, times: 1, ...fault });
    const { file, lines } = await calibrateOn(account, { groups: [webhooks] });
    for (const name of ['webhookRetry', 'replayAfterOnCreate'] as const)
      expect([defaultSwitches[name], undefined]).toContain(file?.switches[name]?.position);
    expect({ left: leftOf(account.world), lines: lines.filter((line) => line.startsWith('Still')) }).toEqual({
      left: [],
      lines: [],
    });
  });
});

describe('npm run calibrate, when Twilio goes on failing', () => {
  it('asks what it can, and says what it could not ask, and why', async () => {
    await open();
    account.world.faults.add({ operationId: 'CreateInteraction', times: 99, when: 'before', outcome: 429 });
    const { exitCode, file, lines } = await calibrateOn(account, { groups: QUICK });
    expect(exitCode).toBe(0);
    expect(file?.unanswered.acceptedInvites).toBe('429 (20429) to POST flex-api Interactions');
    expect(lines).toContain(
      '? An invite that was accepted: could not be asked: 429 (20429) to POST flex-api Interactions',
    );
    expect(file?.switches.syncExpiry?.position).toBe('on-time');
    expect(leftOf(account.world)).toEqual([]);
  });

  it('writes nothing when it could not even begin, and leaves nothing', async () => {
    await open();
    account.world.faults.add({ operationId: 'CreateWorkflow', times: 99, when: 'after', outcome: 500 });
    const { exitCode, lines, text } = await calibrateOn(account, { groups: QUICK });
    const why = 'Nothing could be asked: 500 (20500) to POST taskrouter Workspaces/Workflows.';
    expect({ exitCode, lines, text }).toEqual({ exitCode: 1, lines: [why], text: undefined });
    expect(leftOf(account.world)).toEqual([]);
  });

  it.each([
    ['DeleteWorkflow', /^Still there: .*a workflow: 500 \(20500\)/],
    ['DeleteConversation', /^Still there: .*a conversation: 500 \(20500\)/],
  ])('says what is still there when %s fails, and --clean removes it later', async (operationId, still) => {
    await open();
    account.world.faults.add({ operationId, times: 999, when: 'before', outcome: 500 });
    const { exitCode, lines } = await calibrateOn(account, { groups: QUICK });
    expect(exitCode).toBe(1);
    expect(lines.slice(-2)).toEqual([
      expect.stringMatching(still),
      'Run it again with --clean to remove what is left.',
    ]);
    account.world.faults.clear();
    expect(await clean(account)).toMatchObject({ exitCode: 0 });
    expect(leftOf(account.world)).toEqual([]);
  });

  it('does not take a task for one that is there at once when it was read only after some tries', async () => {
    await open({ inviteTask: 'later' });
    account.world.faults.add({ operationId: 'FetchTask', times: 3, when: 'before', outcome: 429 });
    const { file } = await calibrateOn(account, { groups: QUICK });
    expect(file?.switches.inviteTask).toBeUndefined();
    expect(file?.switches.queueInvite?.position).toBe('queue');
  });
});
