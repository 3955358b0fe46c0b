import { notFound } from '../../../kernel/errors';
import { page } from '../../../kernel/rest/pages';
import { ok, param, text } from '../../../kernel/rest/request';
import type { Handlers } from '../account';
import { reservations } from './reservations';
import { tasks } from './tasks';
import { fixed, workers } from './workers';
import { workspaceWire } from './workspace-answers';

const eventNames = (filter: string): readonly string[] =>
  filter
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);

const workspace: Handlers = {
  ListWorkspace: (request) => page(request, 'workspaces', [request.account].map(workspaceWire)),
  FetchWorkspace: (request) => {
    if (param(request, 'Sid') !== request.account.taskRouter.workspace.sid)
      throw notFound(`/Workspaces/${param(request, 'Sid')}`);
    return ok(workspaceWire(request.account));
  },
  UpdateWorkspace: (request) => {
    const { taskRouter } = request.account;
    if (param(request, 'Sid') !== taskRouter.workspace.sid) throw notFound(`/Workspaces/${param(request, 'Sid')}`);
    const url = text(request, 'EventCallbackUrl');
    const filter = text(request, 'EventsFilter');
    taskRouter.setEventCallback(
      url === undefined ? taskRouter.workspace.eventCallbackUrl : url || null,
      filter === undefined ? taskRouter.workspace.eventsFilter : eventNames(filter),
    );
    return ok(workspaceWire(request.account));
  },
};

export const taskRouterRest: Handlers = { ...workspace, ...tasks, ...reservations, ...workers, ...fixed };
