import { defineService, restProduct, type BrowserSide, type Building } from '../../kernel/service';
import type { TaskRouterAccount } from './account';
import { taskRouterAnswers } from './browser/answers';
import { insightsRoutes } from './browser/live-queries';
import { taskRouterPushes } from './browser/pushes';
import { taskRouterRoutes } from './browser/routes';
import { statisticsSource } from './browser/statistics';
import type { TaskRouter } from './commands';
import type { TaskRouterEvent } from './events';
import { taskRouterMissing } from './rest/missing';
import { taskRouterRest } from './rest/operations';
import { createTaskRouter } from './rules/create';
import { taskRouterState } from './state';
import type { TaskRouterStore } from './store';

export const taskRouter = defineService({
  name: 'taskRouter',
  state: { name: 'taskRouter', shape: taskRouterState },
  create: ({ context, state }: Building<TaskRouterEvent, object, TaskRouterStore>): TaskRouter =>
    createTaskRouter(context, state),
  stateOf: (own) => own.state(),
  rest: [
    restProduct({
      host: 'taskrouter.twilio.com',
      spec: 'taskrouter_v1',
      operations: taskRouterRest,
      missing: taskRouterMissing,
    }),
  ],
  browser({ account }: BrowserSide<TaskRouterAccount>) {
    const answers = taskRouterAnswers(account);
    return {
      routes: insightsRoutes(account),
      tunnel: taskRouterRoutes(account, answers),
      pushes: taskRouterPushes(account, answers),
      source: statisticsSource(account),
    };
  },
});
