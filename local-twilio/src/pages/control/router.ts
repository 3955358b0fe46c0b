import express, { Router } from 'express';
import type { ErrorRequestHandler } from 'express';
import { z } from 'zod';
import { TwilioError } from '../../kernel/errors';
import { throwFailure, type OnFailure } from '../../kernel/failures';
import type { World } from '../../account/world';
import { answer, command } from './command';
import { detailsOf } from './details';
import { faults, webhookFaults } from './fault-routes';
import { controlLive, type ControlLive } from './live';
import { KEPT, worldLogs, type Logs } from './log';
import { requests } from './requests';
import { sectionNames } from './sections';
import { exportState, seedText } from './state';

// eslint-disable-next-line @typescript-eslint/max-params -- Express knows an error handler by its four parameters
const onError: ErrorRequestHandler = (error: unknown, _request, response, next) => {
  if (response.headersSent) return next(error);
  if (error instanceof TwilioError) {
    response.status(error.status).json({ code: error.code, message: error.message });
    return;
  }
  const badJson = error instanceof SyntaxError || error instanceof z.ZodError;
  response
    .status(badJson ? 400 : 500)
    .json({ code: badJson ? 'invalid-json' : 'internal', message: error instanceof Error ? error.message : 'Unknown' });
};

function inspection(world: World, router: Router, logs: Logs): void {
  router.get(
    '/state',
    answer(() => exportState(world)),
  );
  router.get('/seed', (_request, response) => {
    response.type('json').attachment('seed.json').send(seedText(world));
  });
  router.get(
    '/deliveries',
    answer(() => world.deliveries()),
  );
  router.get(
    '/calls',
    answer(() => world.calls()),
  );
  router.get(
    '/functions',
    answer(() => logs.functions.newest(KEPT).map(({ entry }) => entry)),
  );
  router.get(
    '/details/:kind/:id',
    answer(({ params }) => detailsOf(world, logs, requests.details.parse(params))),
  );
}

function people(world: World, router: Router): void {
  router.post(
    '/customers/write',
    command(requests.write, (message) => world.customers.send(message)),
  );
  router.post(
    '/customers/type',
    command(requests.type, (customer) => world.customers.type(customer)),
  );
  router.post(
    '/tokens',
    command(requests.token, ({ username, ttlSeconds }) => world.iam.issueToken(username, ttlSeconds)),
  );
  router.post(
    '/agents/activity',
    command(requests.activity, ({ username, activity }) => {
      const user = world.iam.findUser(username);
      const wanted = world.taskRouter.activities().find(({ friendlyName }) => friendlyName === activity);
      if (!user || !wanted) throw new TwilioError(404, 20404, `Unknown ${user ? 'activity' : 'user'}`);
      world.taskRouter.setActivity(user.workerSid, wanted.sid, { rejectPendingReservations: true });
    }),
  );
}

function time(world: World, router: Router, live: ControlLive): void {
  router.get(
    '/clock',
    answer(() => ({ now: new Date(world.clock.nowMs()).toISOString() })),
  );
  router.post(
    '/clock/advance',
    command(requests.advance, ({ ms }) => {
      world.clock.advance(ms);
      live.changed(...sectionNames);
      return { now: new Date(world.clock.nowMs()).toISOString() };
    }),
  );
}

/** What developers and tests may do to the world. */
export interface Control {
  /** `/_local/…`, in JSON. Mount it at `/_local`. */
  readonly router: Router;
  /** Tells open control pages what happens. */
  readonly live: ControlLive;
  /** Shows what a Function wrote, as the terminal has it: `/path: text`. */
  functionWrote(line: string, isError?: boolean): void;
  close(): void;
}

export function createControl(world: World, onFailure: OnFailure = throwFailure): Control {
  const logs = worldLogs(world);
  const live = controlLive({ world, logs, onFailure });
  return {
    router: controlRouter(world, logs, live),
    live,
    functionWrote(line, isError) {
      logs.functionWrote(line, isError);
      live.changed('functions');
    },
    close() {
      live.close();
      logs.close();
    },
  };
}

function controlRouter(world: World, logs: Logs, live: ControlLive): Router {
  const router = Router();
  router.use(express.json({ limit: '1mb' }));
  inspection(world, router, logs);
  faults(world, router, live);
  webhookFaults(world, router, live);
  router.post(
    '/reset',
    answer(() => world.reset()),
  );
  router.post('/settled', (_request, response, next) => {
    world
      .settled()
      .then(() => response.json({}))
      .catch(next);
  });
  router.post(
    '/taskrouter/event-callback',
    command(requests.eventCallback, ({ url, events }) => world.taskRouter.setEventCallback(url, events)),
  );
  router.post(
    '/flex/configuration',
    command(requests.flexConfiguration, (changes) => world.flex.setConfiguration(changes)),
  );
  time(world, router, live);
  people(world, router);
  router.use((request, response) => {
    response.status(404).json({ code: 'not-found', message: `No control at ${request.method} ${request.path}` });
  });
  router.use(onError);
  return router;
}
