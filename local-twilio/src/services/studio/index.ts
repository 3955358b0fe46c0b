import { defineService, restProduct, type Building } from '../../kernel/service';
import type { Conversations } from '../conversations/commands';
import type { ConversationsEvent } from '../conversations/events';
import type { Studio } from './commands';
import { studioMissing } from './rest/missing';
import { studioRest } from './rest/operations';
import { createStudio } from './rules/create';
import { studioState, type StudioStore } from './state';

export interface Needs {
  readonly conversations: Conversations;
}

export const studio = defineService({
  name: 'studio',
  // State files of an earlier day have no flows.
  state: { name: 'studio', shape: studioState.default({ flows: [] }) },
  create: ({ context, needs, state }: Building<ConversationsEvent, Needs, StudioStore>): Studio =>
    createStudio({ context, conversations: needs.conversations, state }),
  stateOf: (own) => own.state(),
  rest: [restProduct({ host: 'studio.twilio.com', spec: 'studio_v2', operations: studioRest, missing: studioMissing })],
});
