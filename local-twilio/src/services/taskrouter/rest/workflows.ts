import { page } from '../../../kernel/rest/pages';
import { reading } from '../../../kernel/rest/reads';
import { created, integer, noContent, ok, param, queryText, text } from '../../../kernel/rest/request';
import type { Handlers, Request } from '../account';
import { fits, isYes } from './filters';
import { router } from './request';
import { workflowAnswer } from './workspace-answers';

const CHANGES = [
  ...['FriendlyName', 'Configuration', 'TaskReservationTimeout'],
  ...['AssignmentCallbackUrl', 'FallbackAssignmentCallbackUrl'],
];

const changesOf = (request: Request) => ({
  friendlyName: text(request, 'FriendlyName'),
  configuration: text(request, 'Configuration'),
  taskReservationTimeoutSeconds: integer(request, 'TaskReservationTimeout'),
  assignmentCallbackUrl: text(request, 'AssignmentCallbackUrl'),
  fallbackAssignmentCallbackUrl: text(request, 'FallbackAssignmentCallbackUrl'),
});

export const workflows: Handlers = {
  ListWorkflow: reading(['FriendlyName'], (request) =>
    page(
      request,
      'workflows',
      router(request)
        .workflows()
        .filter(({ friendlyName }) => fits([queryText(request, 'FriendlyName'), friendlyName]))
        .map((workflow) => workflowAnswer(request.account, workflow)),
    ),
  ),
  CreateWorkflow: reading(CHANGES, (request) => {
    const { friendlyName = '', configuration = '', ...others } = changesOf(request);
    const workflow = router(request).createWorkflow({ friendlyName, configuration, ...others });
    return created(workflowAnswer(request.account, workflow));
  }),
  FetchWorkflow: reading([], (request) =>
    ok(workflowAnswer(request.account, router(request).workflow(param(request, 'Sid')))),
  ),
  UpdateWorkflow: reading([...CHANGES, 'ReEvaluateTasks'], (request) => {
    const reEvaluateTasks = isYes(text(request, 'ReEvaluateTasks') ?? '');
    const changed = router(request).changeWorkflow(param(request, 'Sid'), changesOf(request), { reEvaluateTasks });
    return ok(workflowAnswer(request.account, changed));
  }),
  DeleteWorkflow: reading([], (request) => {
    router(request).removeWorkflow(param(request, 'Sid'));
    return noContent();
  }),
};
