import { z } from 'zod';

import { parseJsonObject } from '../../serverless-functions/src/parking/domain/lossless-json';
import type { Park } from '../../serverless-functions/src/parking/domain/record';
import type { Account } from '../account/account';
import { orMissing } from '../account/twilio-failure';
import type { TemplateAttributes } from './template-parks';

/** What the template does not write down when it parks, as far as the account still knows it. */
export interface LeftBehind {
  priority: number;
  agent: Pick<Park['agent'], 'identity' | 'name'>;
  /** What nobody knows any more, and what that means, as the end of a sentence. */
  unknown: string[];
}

/** Flex writes both into a worker's attributes (twilio.com/docs/flex/admin-guide/setup/sso-configuration). */
const workerAttributes = z.object({
  contact_uri: z.string().optional().catch(undefined),
  full_name: z.string().optional().catch(undefined),
});

/** TaskRouter forgets a completed task after some minutes, and a worker may be gone. */
export async function readLeftBehind(
  { client }: Account,
  workspaceSid: string,
  { taskSid, workerSid }: TemplateAttributes,
): Promise<LeftBehind> {
  const workspace = client.taskrouter.v1.workspaces(workspaceSid);
  const [task, worker] = await Promise.all([
    orMissing(workspace.tasks(taskSid).fetch()),
    orMissing(workspace.workers(workerSid).fetch()),
  ]);
  const known = workerAttributes.safeParse(parseJsonObject(worker?.attributes ?? '')).data;
  const name = known?.full_name || worker?.friendlyName;
  return {
    priority: task?.priority ?? 0,
    agent: { identity: known?.contact_uri?.replace(/^client:/, '') ?? '', ...(name && { name }) },
    unknown: [
      ...(task ? [] : ['its task is gone, so it comes back with priority 0']),
      ...(worker ? [] : ['the agent who parked it is gone, so it bears no name']),
    ],
  };
}
