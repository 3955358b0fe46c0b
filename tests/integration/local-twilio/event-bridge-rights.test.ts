/** @jest-environment node */
import { ids } from '../../../local-twilio/src/account/seed/contact-centre';
import { taskRouterAnswers } from '../../../local-twilio/src/services/taskrouter/browser/answers';
import { taskRouterRoutes } from '../../../local-twilio/src/services/taskrouter/browser/routes';
import { setUp, type Setup } from './sdk';

/** What the event bridge does for that agent's token. */
function post(setup: Setup, username: string, call: { path: string; names: Record<string, string>; params: object }) {
  const routes = taskRouterRoutes(setup.world, taskRouterAnswers(setup.world));
  const route = routes.find(({ method, path }) => method === 'POST' && path === `Workspaces/:ws/${call.path}`);
  if (!route) throw new Error(`No route ${call.path}`);
  const viewer = setup.world.iam.issueToken(username);
  return route.payload({ viewer, names: call.names, params: { ...call.params } });
}

const forbidden = expect.objectContaining({ status: 403 });

describe('through the event bridge an agent', () => {
  const activityOf = (setup: Setup, worker: string) => ({
    path: 'Workers/:worker',
    names: { worker: setup.person(worker).workerSid },
    params: { ActivitySid: ids.activities.available },
  });

  it('changes their own activity, and nobody else’s', () => {
    const setup = setUp();
    expect(post(setup, 'ada', activityOf(setup, 'ada'))).toMatchObject({ activity_name: 'Available' });
    expect(() => post(setup, 'ada', activityOf(setup, 'ben'))).toThrow(forbidden);
  });

  it('answers only their own reservations, and changes only their own tasks', () => {
    const setup = setUp();
    setup.makeAvailable('ada');
    const task = setup.world.taskRouter.createTask({
      workflowSid: ids.workflow,
      taskChannel: 'chat',
      attributes: '{}',
    });
    const { sid: reservation = '' } = setup.offered('ada') ?? {};
    const accept = {
      path: 'Workers/:worker/Reservations/:reservation',
      names: { worker: setup.person('ada').workerSid, reservation },
      params: { ReservationStatus: 'accepted' },
    };
    const note = { path: 'Tasks/:task', names: { task: task.sid }, params: { Attributes: '{"note":1}' } };
    expect(() => post(setup, 'ben', accept)).toThrow(forbidden);
    expect(() => post(setup, 'ben', note)).toThrow(forbidden);
    expect(post(setup, 'ada', accept)).toMatchObject({ reservation_status: 'accepted' });
    expect(post(setup, 'ada', note)).toMatchObject({ attributes: '{"note":1}' });
  });
});
