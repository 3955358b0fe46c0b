/** @jest-environment node */
import { ids } from '../../../local-twilio/src/account/seed/contact-centre';
import { taskRouterAnswers } from '../../../local-twilio/src/services/taskrouter/browser/answers';
import { taskRouterRoutes } from '../../../local-twilio/src/services/taskrouter/browser/routes';
import { setUp, type Setup } from './sdk';

interface Call {
  readonly path: string;
  readonly names: Record<string, string>;
  readonly params: object;
  /** The version that the page has. */
  readonly ifMatch?: string;
}

/** What the event bridge does for that agent's token. */
function post(setup: Setup, username: string, call: Call) {
  const routes = taskRouterRoutes(setup.world, taskRouterAnswers(setup.world));
  const route = routes.find(({ method, path }) => method === 'POST' && path === `Workspaces/:ws/${call.path}`);
  if (!route) throw new Error(`No route ${call.path}`);
  const viewer = setup.world.iam.issueToken(username);
  return route.payload({ viewer, names: call.names, params: { ...call.params }, ifMatch: call.ifMatch });
}

const stale = expect.objectContaining({ status: 412, code: 20412 });
const forbidden = expect.objectContaining({ status: 403 });

describe('through the event bridge an agent (docs/taskrouter/js-sdk)', () => {
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

  it('changes nothing of which they have an older version', () => {
    const setup = setUp();
    const available = activityOf(setup, 'ada');
    expect(() => post(setup, 'ada', { ...available, ifMatch: '7' })).toThrow(stale);
    expect(post(setup, 'ada', { ...available, ifMatch: '0' })).toMatchObject({ version: 1 });
    const { sid: task } = setup.world.taskRouter.createTask({ workflowSid: ids.workflow, attributes: '{}' });
    const { sid: reservation = '' } = setup.offered('ada') ?? {};
    const accept = {
      path: 'Workers/:worker/Reservations/:reservation',
      names: { worker: setup.person('ada').workerSid, reservation },
      params: { ReservationStatus: 'accepted' },
    };
    expect(() => post(setup, 'ada', { ...accept, ifMatch: '1' })).toThrow(stale);
    expect(post(setup, 'ada', { ...accept, ifMatch: '"0"' })).toMatchObject({ reservation_status: 'accepted' });
    const note = { path: 'Tasks/:task', names: { task }, params: { Attributes: '{"note":1}' } };
    const { version } = setup.world.taskRouter.task(task);
    expect(() => post(setup, 'ada', { ...note, ifMatch: String(version - 1) })).toThrow(stale);
    expect(setup.world.taskRouter.task(task).attributes).toBe('{}');
    expect(post(setup, 'ada', { ...note, ifMatch: String(version) })).toMatchObject({ attributes: '{"note":1}' });
  });

  it('declines with the activity that they want next, which is a documented option of it', () => {
    const setup = setUp();
    setup.makeAvailable('ada');
    setup.world.taskRouter.createTask({ workflowSid: ids.workflow, attributes: '{}' });
    const { sid: reservation = '' } = setup.offered('ada') ?? {};
    const names = { worker: setup.person('ada').workerSid, reservation };
    const params = { ReservationStatus: 'rejected', WorkerActivitySid: ids.activities.break };
    post(setup, 'ada', { path: 'Workers/:worker/Reservations/:reservation', names, params });
    expect(setup.world.taskRouter.worker(names.worker).activitySid).toBe(ids.activities.break);
  });

  it('answers a reservation under its own worker only, and cancels no task', () => {
    const setup = setUp();
    setup.makeAvailable('ada');
    const { sid: task } = setup.world.taskRouter.createTask({ workflowSid: ids.workflow, attributes: '{}' });
    const { sid: reservation = '' } = setup.offered('ada') ?? {};
    const path = 'Workers/:worker/Reservations/:reservation';
    const names = { worker: setup.person('ben').workerSid, reservation };
    const accept = { path, names, params: { ReservationStatus: 'accepted' } };
    expect(() => post(setup, 'ada', accept)).toThrow(expect.objectContaining({ status: 404 }));
    const cancel = { path: 'Tasks/:task', names: { task }, params: { AssignmentStatus: 'canceled', Reason: 'no' } };
    expect(() => post(setup, 'ada', cancel)).toThrow(expect.objectContaining({ name: 'ZodError' }));
  });
});
