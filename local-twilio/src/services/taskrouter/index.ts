import { defineService, restProduct, type BrowserSide } from '../../kernel/service';
import type { TaskRouterAccount } from './account';
import { taskRouterAnswers } from './browser/answers';
import { liveQueries } from './browser/live-queries';
import { taskRouterPushes } from './browser/pushes';
import { taskRouterRoutes } from './browser/routes';
import { statisticsMaps } from './browser/statistics';
import type { TaskRouterEvent } from './events';
import { taskRouterMissing } from './rest/missing';
import { taskRouterRest } from './rest/operations';
import { createTaskRouter } from './rules/create';
import { taskRouterState } from './state';

export const taskRouter = defineService({
  name: 'taskRouter',
  state: { name: 'taskRouter', shape: taskRouterState },
  create: createTaskRouter,
  stateOf: (own) => own.state(),
  rest: [
    restProduct({
      host: 'taskrouter.twilio.com',
      spec: 'taskrouter_v1',
      operations: taskRouterRest,
      missing: taskRouterMissing,
    }),
  ],
  browser({ account, journal }: BrowserSide<TaskRouterAccount>) {
    const answers = taskRouterAnswers(account);
    const queries = liveQueries(account, journal);
    const maps = statisticsMaps(account, journal);
    return {
      routes: queries.routes,
      tunnel: taskRouterRoutes(account, answers),
      pushes: taskRouterPushes(account, answers),
      source: maps.source,
      changes: {
        changesFor: (event: TaskRouterEvent) => [
          ...queries.changes.changesFor(event),
          ...maps.changes.changesFor(event),
        ],
      },
    };
  },
});
