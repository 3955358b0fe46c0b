import { defineService, restProduct } from '../../kernel/service';
import { serverlessMissing } from './rest/missing';
import { serverlessRest } from './rest/operations';
import { uploadVersion } from './rest/upload';
import { createServerless } from './rules/create';
import { serverlessState } from './state';

/** Functions and Assets as they are deployed; hosts/functions runs them. */
export const serverless = defineService({
  name: 'serverless',
  state: { name: 'serverless', shape: serverlessState },
  create: createServerless,
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
