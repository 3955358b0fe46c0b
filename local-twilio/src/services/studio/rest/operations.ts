import { page } from '../../../kernel/rest/pages';
import { created, noContent, ok, param, text } from '../../../kernel/rest/request';
import { reading } from '../../../kernel/rest/reads';
import type { Handlers, Request } from '../account';
import { readDefinition } from '../rules/definition';
import { flowAnswer, listedFlowAnswer } from './answers';

const CHANGES = ['FriendlyName', 'Status', 'Definition', 'CommitMessage'];

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
    const flows = studio.flows().map((flow) => listedFlowAnswer(accountSid, flow));
    return page(request, 'flows', flows);
  },
  CreateFlow: reading(CHANGES, (request) => {
    const { accountSid, studio } = request.account;
    const { friendlyName = '', definition = '', ...changes } = changesOf(request);
    return created(flowAnswer(accountSid, studio.createFlow({ ...changes, friendlyName, definition })));
  }),
  FetchFlow: (request) =>
    ok(flowAnswer(request.account.accountSid, request.account.studio.flow(param(request, 'Sid')))),
  UpdateFlow: reading(CHANGES, (request) => {
    const { accountSid, studio } = request.account;
    return ok(flowAnswer(accountSid, studio.updateFlow(param(request, 'Sid'), changesOf(request))));
  }),
  DeleteFlow: (request) => {
    request.account.studio.removeFlow(param(request, 'Sid'));
    return noContent();
  },
  UpdateFlowValidate: reading(CHANGES, (request) => {
    readDefinition(text(request, 'Definition') ?? '');
    return ok({ valid: true });
  }),
};
