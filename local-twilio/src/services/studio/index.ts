import { defineService, restProduct } from '../../kernel/service';
import { studioMissing } from './rest/missing';
import { studioRest } from './rest/operations';
import { createStudio } from './rules/create';
import { studioState } from './state';

export const studio = defineService({
  name: 'studio',
  // State files of an earlier day have no flows.
  state: { name: 'studio', shape: studioState.default({ flows: [] }) },
  create: createStudio,
  stateOf: (own) => own.state(),
  rest: [restProduct({ host: 'studio.twilio.com', spec: 'studio_v2', operations: studioRest, missing: studioMissing })],
});
