import { notFound } from '../../../kernel/errors';
import { page } from '../../../kernel/rest/pages';
import { reading } from '../../../kernel/rest/reads';
import { ok, param, queryText, text } from '../../../kernel/rest/request';
import type { Handlers, Request } from '../account';
import { activities } from './activities';
import { events } from './events';
import { fits } from './filters';
import { queues } from './queues';
import { statistics } from './statistics';
import { workerStatistics } from './worker-statistics';
import { reservations } from './reservations';
import { taskChannels } from './task-channels';
import { tasks } from './tasks';
import { workers } from './workers';
import { workflows } from './workflows';
import { workspaceAnswer } from './workspace-answers';

const eventNames = (filter: string): readonly string[] =>
  filter
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);

/** The one there is; others are 404. */
function namedWorkspace(request: Request) {
  const { taskRouter } = request.account;
  if (param(request, 'Sid') !== taskRouter.workspace.sid) throw notFound(`/Workspaces/${param(request, 'Sid')}`);
  return taskRouter;
}

const CHANGES = ['FriendlyName', 'DefaultActivitySid', 'TimeoutActivitySid', 'EventCallbackUrl', 'EventsFilter'];

const workspace: Handlers = {
  ListWorkspace: reading(['FriendlyName'], (request) => {
    const isAsked = fits([queryText(request, 'FriendlyName'), request.account.taskRouter.workspace.friendlyName]);
    return page(request, 'workspaces', isAsked ? [workspaceAnswer(request.account)] : []);
  }),
  FetchWorkspace: reading([], (request) => {
    namedWorkspace(request);
    return ok(workspaceAnswer(request.account));
  }),
  UpdateWorkspace: reading(CHANGES, (request) => {
    const taskRouter = namedWorkspace(request);
    const url = text(request, 'EventCallbackUrl');
    const filter = text(request, 'EventsFilter');
    taskRouter.changeWorkspace({
      friendlyName: text(request, 'FriendlyName'),
      defaultActivitySid: text(request, 'DefaultActivitySid'),
      timeoutActivitySid: text(request, 'TimeoutActivitySid'),
    });
    taskRouter.setEventCallback(
      url === undefined ? taskRouter.workspace.eventCallbackUrl : url || null,
      filter === undefined ? taskRouter.workspace.eventsFilter : eventNames(filter),
    );
    return ok(workspaceAnswer(request.account));
  }),
};

export const taskRouterRest: Handlers = {
  ...workspace,
  ...activities,
  ...queues,
  ...workflows,
  ...taskChannels,
  ...workers,
  ...tasks,
  ...reservations,
  ...statistics,
  ...workerStatistics,
  ...events,
};
