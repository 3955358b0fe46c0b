/** @jest-environment node */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { examine } from '../../../deploy/doctor/doctor';
import { outcomeOfDeploy } from '../../../deploy/outcome';
import { changeWorkflow, printWorkflow, type Wish } from '../../../deploy/workflow/change-workflow';
import { ids, workerSidOf } from '../../../local-twilio/src/account/seed/contact-centre';
import { builtProduct, openAccount } from './account';
import type { Account } from './account';
import { grace, park, serve } from './customers';
import { deployTo, writesOf } from './deploying';

jest.setTimeout(60_000);

let account: Account;
let folder: string;

beforeEach(async () => {
  account = await openAccount();
  folder = mkdtempSync(join(tmpdir(), 'workflow-'));
});

afterEach(async () => {
  await account.close();
  rmSync(folder, { recursive: true });
});

const ADD: Wish = { kind: 'add', timeoutSeconds: 60, onlyQueues: [] };
const REMOVE: Wish = { kind: 'remove', onlyQueues: [] };
const opened = () => ({ client: account.client, accountSid: ids.account, authToken: ids.authToken });

interface Asked {
  workflowSid?: string;
  dryRun?: boolean;
  /** What a person answers, after doing this. */
  answer?: () => boolean | Promise<boolean>;
}

async function run(wish: Wish, { workflowSid, dryRun = false, answer = () => true }: Asked = {}) {
  const printed: string[] = [];
  const terminal = { print: (line: string) => printed.push(line), confirm: async () => answer() };
  const asked = { account: opened(), env: 'staging', workflowSid, wish, dryRun, terminal, folder };
  const nowMs = Date.UTC(2026, 10, 28, 9, 30);
  return { ...(await outcomeOfDeploy(() => changeWorkflow({ ...asked, nowMs }))), printed };
}

const textOf = async (sid: string = ids.workflow) =>
  (await account.client.taskrouter.v1.workspaces(ids.workspace).workflows(sid).fetch()).configuration;
const filterNames = async () =>
  JSON.parse(await textOf()).task_routing.filters.map((filter: Record<string, unknown>) => filter.filter_friendly_name);

/** Ada has parked, and Ben has been idle for longer, so that by itself everything goes to Ben. */
async function parkedByAda() {
  await deployTo(account, { product: builtProduct() });
  await account.settled();
  const served = serve(account);
  account.world.taskRouter.setActivity(workerSidOf('ben'), ids.activities.available);
  await park(account, account.world.serverless.liveDomains()[0] ?? '', served);
  await account.settled();
}

const offeredTo = () =>
  ['ada', 'ben'].filter((name) => account.world.taskRouter.activeReservations(workerSidOf(name)).length > 0);

async function reply() {
  account.world.customers.write({ ...grace, body: 'Are you there?' });
  await account.settled();
}

describe('npm run workflow', () => {
  it('writes a step for each queue that somebody is in, before the filters that are there', async () => {
    const before = await filterNames();
    const { exitCode, printed } = await run(ADD);
    expect(exitCode).toBe(0);
    expect(printed).toEqual([
      `Workflow "Customer care" (${ids.workflow}):`,
      '  + filter "Back from parking, Support": the agent who parked, for up to 60 s and only if they can take it now; then everybody in Support',
      '  + filter "Back from parking, Sales": the agent who parked, for up to 60 s and only if they can take it now; then everybody in Sales',
      '  2 other filters stay as they are.',
    ]);
    expect(await filterNames()).toEqual(['Back from parking, Support', 'Back from parking, Sales', ...before]);
  });

  it('offers what comes back to the agent who parked it, which it was not before', async () => {
    await parkedByAda();
    await run(ADD);
    await reply();
    expect(offeredTo()).toEqual(['ada']);
  });

  it('without it, it goes to whoever has been idle for longest', async () => {
    await parkedByAda();
    await reply();
    expect(offeredTo()).toEqual(['ben']);
  });

  it('makes nobody wait for an agent who is away', async () => {
    await parkedByAda();
    await run(ADD);
    account.world.taskRouter.setActivity(workerSidOf('ada'), ids.activities.offline);
    await reply();
    expect(offeredTo()).toEqual(['ben']);
  });

  it('changes nothing the second time, and says so', async () => {
    await run(ADD);
    const before = writesOf(account);
    expect(await run(ADD)).toMatchObject({
      exitCode: 0,
      printed: [expect.any(String), '  2 steps of this kind are there already.', expect.any(String)],
      lines: ['Nothing to do: the workflow stays as it is.'],
    });
    expect(writesOf(account)).toEqual(before);
    expect(readdirSync(folder)).toHaveLength(1);
  });

  it.each([
    ['a dry run', { dryRun: true }, 0],
    ['a no', { answer: () => false }, 1],
  ])('writes nothing for %s', async (_case, asked, exitCode) => {
    expect((await run(ADD, asked)).exitCode).toBe(exitCode);
    expect(writesOf(account)).toEqual([]);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('writes nothing when somebody changes the workflow while it asks', async () => {
    const theirs = JSON.stringify({ task_routing: { filters: [], default_filter: { queue: ids.queues.sales } } });
    const answer = () => {
      account.world.taskRouter.configureWorkflow(ids.workflow, theirs);
      return true;
    };
    const { exitCode, lines } = await run(ADD, { answer });
    expect({ exitCode, lines }).toEqual({
      exitCode: 1,
      lines: ['Nothing was written: somebody else has just changed this workflow. Run the command again.'],
    });
    expect(JSON.parse(await textOf())).toEqual(JSON.parse(theirs));
  });

  it('takes its steps out again, and nothing else', async () => {
    const before = JSON.parse(await textOf());
    await run(ADD);
    const { printed } = await run(REMOVE);
    expect(printed).toContain('  - filter "Back from parking, Sales"');
    expect(JSON.parse(await textOf())).toEqual(before);
    expect((await run(REMOVE)).lines).toEqual(['Nothing to do: the workflow stays as it is.']);
  });

  it('keeps a copy of what was there, and puts it back', async () => {
    const before = JSON.parse(await textOf());
    const { lines } = await run(ADD);
    const file = join(folder, `workflow-${ids.workflow}-20261128T093000Z.json`);
    expect(lines.slice(1)).toEqual([
      `A copy of what was there: ${file}`,
      'To take the steps out again: npm run workflow -- --env staging --remove',
      `To put back the whole workflow as it was then: npm run workflow -- --env staging --restore ${file}`,
    ]);
    expect(JSON.parse(readFileSync(file, 'utf8')).configuration).toEqual(before);

    const restored = await run({ kind: 'restore', file });
    expect(restored.printed.slice(1)).toEqual([
      '  - filter "Back from parking, Support"',
      '  - filter "Back from parking, Sales"',
      '  Then all of it is as it was at 2026-11-28T09:30:00.000Z.',
    ]);
    expect(JSON.parse(await textOf())).toEqual(before);
    expect(readdirSync(folder)).toHaveLength(2);
    expect((await run({ kind: 'restore', file })).lines).toEqual(['Nothing to do: the workflow stays as it is.']);
  });

  it('puts back no copy of another workflow, and no other file', async () => {
    const { sid } = await account.client.taskrouter.v1
      .workspaces(ids.workspace)
      .workflows.create({ friendlyName: 'Voice', configuration: await textOf() });
    await run(ADD, { workflowSid: sid });
    const file = join(folder, readdirSync(folder)[0] ?? '');
    expect((await run({ kind: 'restore', file }, { workflowSid: ids.workflow })).lines).toEqual([
      `${file} is a copy of another workflow: "Voice".`,
    ]);
    expect((await run({ kind: 'restore', file })).printed[0]).toBe(`Workflow "Voice" (${sid}):`);
    writeFileSync(join(folder, 'other.json'), '{}');
    expect((await run({ kind: 'restore', file: join(folder, 'other.json') })).lines[0]).toMatch(
      /is not a workflow copy written by this command/,
    );
    expect((await run({ kind: 'restore', file: 'missing.json' })).lines).toEqual(['There is no file missing.json.']);
  });

  it('works on the workflow and the queues that it is told', async () => {
    const configuration = await textOf();
    const { workflows } = account.client.taskrouter.v1.workspaces(ids.workspace);
    const { sid } = await workflows.create({ friendlyName: 'Messages', configuration });
    await run({ ...ADD, onlyQueues: [ids.queues.sales] }, { workflowSid: sid });
    expect(await textOf()).toBe(configuration);
    expect(JSON.parse(await textOf(sid)).task_routing.filters).toHaveLength(3);
    const missing = `WQ${'9'.repeat(32)}`;
    expect((await run({ ...ADD, onlyQueues: [missing] })).lines).toEqual([`The workspace has no queue ${missing}.`]);
    const unknown = { workflowSid: `WW${'9'.repeat(32)}` };
    expect((await run(ADD, unknown)).lines[0]).toMatch(/has no workflow WW9/);
  });

  it('prints the whole workflow for Terraform, and writes nothing', async () => {
    const print = (format: 'terraform' | 'json') =>
      printWorkflow({ account: opened(), workflowSid: undefined, wish: ADD }, format);
    const { lines } = await print('terraform');
    expect(lines[1]).toBe('resource "twilio_taskrouter_workspaces_workflows_v1" "customer_care" {');
    expect(lines.join('\n')).toContain(`expression = "originalRouting.queueSid == \\"${ids.queues.sales}\\""`);
    expect(JSON.parse((await print('json')).lines[0] ?? '').task_routing.filters).toHaveLength(4);
    expect(writesOf(account)).toEqual([]);
  });

  it('is what the doctor tells in one sentence', async () => {
    const asked = { env: 'staging', flexSyncSid: undefined, calibration: 'no-such-file.json' };
    const sentence = async () =>
      (await examine(opened(), asked)).lines.find((line) => line.includes('Returning tasks'));
    expect(await sentence()).toBe(
      '✓ Returning tasks: "Customer care" has filters of its own for them; npm run workflow -- --env staging would offer them to the agent who parked',
    );
    await run({ ...ADD, onlyQueues: [ids.queues.sales] });
    expect(await sentence()).toBe(
      '! Returning tasks: "Customer care" offers them to the agent who parked, for up to 60 s, but not those of Support',
    );
    await run(ADD);
    expect(await sentence()).toBe(
      '✓ Returning tasks: "Customer care" offers them to the agent who parked, for up to 60 s, then to everybody in their queue',
    );
  });
});
