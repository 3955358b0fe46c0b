import { defineService, restProduct, type BrowserSide, type Building } from '../../kernel/service';
import type { Conversations } from '../conversations/commands';
import type { ConversationsEvent } from '../conversations/events';
import type { Iam } from '../iam/commands';
import type { TaskRouter } from '../taskrouter/commands';
import type { FlexAccount } from './account';
import { flexAnswers } from './browser/answers';
import { interactionRoutes } from './browser/interaction-routes';
import { flexPushes } from './browser/pushes';
import { flexRoutes } from './browser/routes';
import { transferRoutes } from './browser/transfer-routes';
import type { Flex } from './commands';
import type { FlexEvent } from './events';
import { flexMissing } from './rest/missing';
import { flexRest } from './rest/operations';
import { createFlex } from './rules/create';
import { flexState } from './state';
import type { FlexStore } from './store';

export interface Needs {
  readonly iam: Iam;
  readonly conversations: Conversations;
  readonly taskRouter: TaskRouter;
}

/** Interactions, and Flex's configuration. */
export const flex = defineService({
  name: 'flex',
  state: { name: 'flex', shape: flexState },
  create: ({ context, needs, state }: Building<FlexEvent | ConversationsEvent, Needs, FlexStore>): Flex =>
    createFlex({ context, ...needs, state }),
  stateOf: (own) => own.state(),
  rest: [
    restProduct({
      host: 'flex-api.twilio.com',
      spec: 'flex_v1',
      operations: flexRest,
      declares: true,
      missing: flexMissing,
    }),
  ],
  browser({ account, plugins, features }: BrowserSide<FlexAccount>) {
    const answers = flexAnswers(account);
    return {
      routes: flexRoutes({ account, plugins, features }),
      tunnel: [...interactionRoutes(account, answers), ...transferRoutes(account)],
      pushes: flexPushes(answers),
    };
  },
});
