import { isDeepStrictEqual } from 'node:util';

import type { JsonObject } from '../../flex-config/merge';
import type { Terminal } from '../../flex-config/terminal';
import { parseJsonObject, printJson } from '../../serverless-functions/src/parking/domain/lossless-json';
import type { Account } from '../account/account';
import { DeployError } from '../deploy-error';
import type { Outcome } from '../outcome';
import { changesOf } from './compare';
import { readDocument } from './configuration';
import { readCopy, writeCopy } from './copy-file';
import { planToAdd, planToRemove, type StepsPlan } from './plan-steps';
import { readQueues, readWorkflow, type HeldWorkflow } from './read-workflow';
import type { Queue } from './return-steps';
import { terraformOf } from './terraform';

/** What a person wants of a workflow. */
export type Wish =
  | { kind: 'add'; timeoutSeconds: number; onlyQueues: readonly string[] }
  | { kind: 'remove'; onlyQueues: readonly string[] }
  | { kind: 'restore'; file: string };

export interface WorkflowChange {
  account: Account;
  env: string;
  /** undefined: the one that Flex gives new conversations to. */
  workflowSid: string | undefined;
  wish: Wish;
  dryRun: boolean;
  terminal: Terminal;
  /** Where the copy goes. */
  folder: string;
  nowMs: number;
}

/** Shows what would change in a workflow, asks, keeps a copy and writes it. The second time there is nothing to do. */
export async function changeWorkflow(change: WorkflowChange): Promise<Outcome> {
  const { account, workflowSid, wish, dryRun, terminal } = change;
  const held = await readWorkflow(account, workflowSid ?? ofCopy(wish));
  const plan = await planFor(account, held, wish);
  terminal.print(`Workflow "${held.friendlyName}" (${held.sid}):`);
  for (const line of [...plan.changes, ...plan.notes]) terminal.print(`  ${line}`);

  if (plan.changes.length === 0) return { exitCode: 0, lines: ['Nothing to do: the workflow stays as it is.'] };
  if (dryRun) return { exitCode: 0, lines: ['Dry run: nothing was written.'] };
  if (!(await terminal.confirm('Write this?'))) return { exitCode: 1, lines: ['Nothing was written.'] };
  return { exitCode: 0, lines: await write(change, held, plan.after) };
}

/** The whole configuration as it would be, for people who keep workflows elsewhere. Reads only. */
export async function printWorkflow(
  { account, workflowSid, wish }: Pick<WorkflowChange, 'account' | 'workflowSid' | 'wish'>,
  format: 'terraform' | 'json',
): Promise<Outcome> {
  const held = await readWorkflow(account, workflowSid ?? ofCopy(wish));
  const { after } = await planFor(account, held, wish);
  return { exitCode: 0, lines: format === 'json' ? [printJson(after, 2)] : terraformOf(held, after) };
}

/** A copy knows which workflow it is of. */
const ofCopy = (wish: Wish) => (wish.kind === 'restore' ? readCopy(wish.file).workflowSid : undefined);

async function planFor(account: Account, held: HeldWorkflow, wish: Wish): Promise<StepsPlan> {
  const document = readDocument(held.text);
  switch (wish.kind) {
    case 'remove':
      return planToRemove(document, wish.onlyQueues);
    case 'restore':
      return planToRestore(held, wish.file);
    case 'add': {
      const { existing, staffed } = await readQueues(account, held.workspaceSid);
      const wanted = wish.onlyQueues.length === 0 ? staffed : named(wish.onlyQueues, existing);
      return planToAdd(document, { existing, staffed: wanted, timeoutSeconds: wish.timeoutSeconds });
    }
  }
}

function named(sids: readonly string[], existing: readonly Queue[]): Queue[] {
  return [...new Set(sids)].map((wanted) => {
    const found = existing.find(({ sid }) => sid === wanted);
    if (!found) throw new DeployError('plan-refused', `The workspace has no queue ${wanted}.`);
    return found;
  });
}

function planToRestore(held: HeldWorkflow, file: string): StepsPlan {
  const copy = readCopy(file);
  if (copy.workflowSid !== held.sid) {
    throw new DeployError('plan-refused', `${file} is a copy of another workflow: "${copy.friendlyName}".`);
  }
  const isThere = isDeepStrictEqual(parseJsonObject(held.text), copy.configuration);
  const changes = changesOf(readDocument(held.text), readDocument(printJson(copy.configuration)));
  return {
    after: copy.configuration,
    changes: isThere || changes.length > 0 ? changes : ['~ the configuration'],
    notes: isThere ? [] : [`Then all of it is as it was at ${copy.copiedAt}.`],
  };
}

/** TaskRouter has no If-Match for workflows: it is read once more, just before it is written. */
async function write(change: WorkflowChange, held: HeldWorkflow, after: JsonObject): Promise<string[]> {
  const { account, env, folder, nowMs, wish, workflowSid } = change;
  const now = await readWorkflow(account, held.sid);
  if (now.text !== held.text) {
    throw new DeployError(
      'plan-refused',
      'Nothing was written: somebody else has just changed this workflow. Run the command again.',
    );
  }
  const { workspaceSid, sid, friendlyName, text } = held;
  const command = `npm run workflow -- --env ${env}${workflowSid ? ` --workflow ${workflowSid}` : ''}`;
  const copiedAt = new Date(nowMs).toISOString();
  const file = writeCopy(folder, {
    workflowSid: sid,
    friendlyName,
    copiedAt,
    configuration: parseJsonObject(text) ?? {},
  });
  const workflow = account.client.taskrouter.v1.workspaces(workspaceSid).workflows(sid);
  await workflow.update({ configuration: printJson(after) });
  return [
    'Written. Tasks already waiting are not affected.',
    `A copy of what was there: ${file}`,
    ...(wish.kind === 'add' ? [`To take the steps out again: ${command} --remove`] : []),
    `To put back the whole workflow as it was then: ${command} --restore ${file}`,
  ];
}
