import { page } from '../../../kernel/rest/pages';
import { created, noContent, ok, param, text } from '../../../kernel/rest/request';
import type { Handlers, Request } from '../account';
import { readDefinition } from '../rules/definition';
import { flowWire, listedFlowWire } from './answers';

/** The OpenAPI file has made sure that what is required is there. */
const changesOf = (request: Request) => ({
  status: text(request, 'Status') === 'published' ? ('published' as const) : ('draft' as const),
  friendlyName: text(request, 'FriendlyName'),
  definition: text(request, 'Definition'),
  commitMessage: text(request, 'CommitMessage'),
});

export const studioRest: Handlers = {
  ListFlow: (request) => {
    const { accountSid, studio } = request.account;
    const flows = studio.flows().map((flow) => listedFlowWire(accountSid, flow));
    return page(request, 'flows', flows);
  },
  CreateFlow: (request) => {
    const { accountSid, studio } = request.account;
    const { friendlyName = '', definition = '', ...changes } = changesOf(request);
    return created(flowWire(accountSid, studio.createFlow({ ...changes, friendlyName, definition })));
  },
  FetchFlow: (request) => ok(flowWire(request.account.accountSid, request.account.studio.flow(param(request, 'Sid')))),
  UpdateFlow: (request) => {
    const { accountSid, studio } = request.account;
    return ok(flowWire(accountSid, studio.updateFlow(param(request, 'Sid'), changesOf(request))));
  },
  DeleteFlow: (request) => {
    request.account.studio.removeFlow(param(request, 'Sid'));
    return noContent();
  },
  UpdateFlowValidate: (request) => {
    readDefinition(text(request, 'Definition') ?? '');
    return ok({ valid: true });
  },
};
