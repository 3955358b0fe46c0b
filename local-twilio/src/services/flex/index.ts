import { defineService, restProduct, type BrowserSide } from '../../kernel/service';
import type { FlexAccount } from './account';
import { flexAnswers } from './browser/answers';
import { interactionRoutes } from './browser/interaction-routes';
import { flexPushes } from './browser/pushes';
import { flexRoutes } from './browser/routes';
import { transferRoutes } from './browser/transfer-routes';
import { flexMissing } from './rest/missing';
import { flexRest } from './rest/operations';
import { createFlex } from './rules/create';
import { flexState } from './state';

/** Interactions, and Flex's configuration. */
export const flex = defineService({
  name: 'flex',
  state: { name: 'flex', shape: flexState },
  create: createFlex,
  stateOf: (own) => own.state(),
  rest: [
    restProduct({
      host: 'flex-api.twilio.com',
      spec: 'flex_v1',
      operations: flexRest,
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
