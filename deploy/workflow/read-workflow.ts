import type { Account } from '../account/account';
import { readFlex } from '../account/read-flex';
import { orMissing } from '../account/twilio-failure';
import { DeployError } from '../deploy-error';
import { inTurns } from '../in-turns';
import type { Queue } from './return-steps';
import type { WorkflowToPrint } from './terraform';

/** So many calls run at the same time. */
const AT_ONCE = 5;

/** A workflow at one moment. */
export interface HeldWorkflow extends WorkflowToPrint {
  /** Its configuration, as TaskRouter gives it. */
  text: string;
}

/** The workflow of that SID, or the one that Flex gives new conversations to. */
export async function readWorkflow(account: Account, wantedSid: string | undefined): Promise<HeldWorkflow> {
  const { client } = account;
  const configuration = await readFlex(account);
  const sid = wantedSid ?? configuration.taskrouterTargetWorkflowSid;
  if (!sid) {
    throw new DeployError('plan-refused', 'Flex has no workflow of its own (taskrouter_target_workflow_sid). Name one: --workflow WW…'); // prettier-ignore
  }
  const { taskrouterWorkspaceSid: workspaceSid } = configuration;
  const held = await orMissing(client.taskrouter.v1.workspaces(workspaceSid).workflows(sid).fetch());
  if (!held) throw new DeployError('plan-refused', `The workspace ${workspaceSid} has no workflow ${sid}.`);
  return {
    workspaceSid,
    sid: held.sid,
    friendlyName: held.friendlyName,
    text: held.configuration,
    assignmentCallbackUrl: held.assignmentCallbackUrl || '',
    fallbackAssignmentCallbackUrl: held.fallbackAssignmentCallbackUrl || '',
    taskReservationTimeout: held.taskReservationTimeout,
  };
}

/** All queues of the workspace, and which of them somebody is in. */
export async function readQueues(
  { client }: Account,
  workspaceSid: string,
): Promise<{ existing: Queue[]; staffed: Queue[] }> {
  const workspace = client.taskrouter.v1.workspaces(workspaceSid);
  const queues = await workspace.taskQueues.list({ limit: 1000 });
  const existing = queues.map(({ sid, friendlyName }) => ({ sid, friendlyName }));
  const staffed = await inTurns(existing, {
    atOnce: AT_ONCE,
    run: async (queue) => {
      const workers = await workspace.workers.list({ taskQueueSid: queue.sid, limit: 1, pageSize: 1 });
      return workers.length > 0 ? [queue] : [];
    },
  });
  return { existing, staffed: staffed.flat() };
}
