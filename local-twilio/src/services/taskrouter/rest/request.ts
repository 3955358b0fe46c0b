import { notFound } from '../../../kernel/errors';
import type { Request } from '../account';
import type { RestAnswer } from '../../../kernel/rest/request';
import type { Task } from '../entities';
import { assertVersion } from '../rules/versions';

/** TaskRouter, once it is sure that the workspace in the path is the one there is. */
export function router({ account, params }: Request) {
  const { taskRouter } = account;
  const named = params.WorkspaceSid;
  if (named !== undefined && named !== taskRouter.workspace.sid) throw notFound(`/Workspaces/${named}`);
  return taskRouter;
}

/** Tasks, reservations and workers tell their version as ETag: https://www.twilio.com/docs/taskrouter/api/task#task-version */
export const versioned = (answer: RestAnswer, { version }: { readonly version: number }): RestAnswer => ({
  ...answer,
  version,
});

export const checkVersion = (request: Request, held: { readonly version: number }): void =>
  assertVersion(request.headers['if-match'], held);

export function isReadable({ account }: Request, { readableFromMs = 0 }: Task): boolean {
  return account.clock.nowMs() >= readableFromMs;
}

/** A task that REST can see; one that an invite has just made may be hidden for a while. */
export function readableTask(request: Request, sid: string): Task {
  const task = router(request).task(sid);
  if (!isReadable(request, task)) throw notFound(`/Tasks/${sid}`);
  return task;
}
