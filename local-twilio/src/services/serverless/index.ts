import { defineService, restProduct, type Building } from '../../kernel/service';
import type { Serverless } from './commands';
import type { ServerlessEvent } from './events';
import { serverlessMissing } from './rest/missing';
import { serverlessRest } from './rest/operations';
import { uploadVersion } from './rest/upload';
import { createServerless } from './rules/create';
import { serverlessState } from './state';
import type { ServerlessStore } from './store';

/** Functions and Assets as they are deployed; hosts/functions runs them. */
export const serverless = defineService({
  name: 'serverless',
  state: { name: 'serverless', shape: serverlessState },
  create: ({ context, state }: Building<ServerlessEvent, object, ServerlessStore>): Serverless =>
    createServerless(context, state),
  stateOf: (own) => own.state(),
  rest: [
    restProduct({
      host: 'serverless.twilio.com',
      spec: 'serverless_v1',
      operations: serverlessRest,
      missing: serverlessMissing,
    }),
  ],
  withoutSpec: uploadVersion,
});
