/** @jest-environment node */
import { ids } from '../../../local-twilio/src/account/seed/contact-centre';
import type { DeliveryAnswer } from '../../../local-twilio/src/kernel/deliveries';
import { setUp } from './sdk';

const { support } = ids.queues;
const FIRST = 'https://example.com/assignment';
const SECOND = 'https://example.com/fallback';

/** An application that answers at each address as given, and not at all where it says nothing. */
async function application(answers: Readonly<Record<string, DeliveryAnswer>>, fallback = '') {
  const logged: string[] = [];
  const setup = setUp({
    onFailure: (_what, error) => void logged.push(error instanceof Error ? error.message : ''),
    deliver: ({ url }) => {
      const answer = answers[url];
      return answer ? Promise.resolve(answer) : Promise.reject(new Error('connection refused'));
    },
  });
  const { client, world } = setup;
  const workspace = client.taskrouter.v1.workspaces(ids.workspace);
  const workflow = await workspace
    .workflows(ids.workflow)
    .update({ assignmentCallbackUrl: FIRST, fallbackAssignmentCallbackUrl: fallback });
  setup.makeAvailable('ada');
  const task = world.taskRouter.createTask({ workflowSid: ids.workflow, taskChannel: 'chat', attributes: '{"a":1}' });
  const reservation = setup.offered('ada');
  if (!reservation) throw new Error('nothing is offered');
  return { ...setup, logged, workspace, workflow, task, reservation, asked: () => setup.sent.map(({ url }) => url) };
}

const saying = (body: unknown, status = 200): DeliveryAnswer => ({ status, body: JSON.stringify(body) });

describe('an assignment callback (docs/taskrouter/handle-assignment-callbacks)', () => {
  it('tells the application of the task, the worker and the reservation', async () => {
    const { world, workflow, sent, task, reservation } = await application({ [FIRST]: saying({}) });
    await world.settled();
    expect(workflow).toMatchObject({ assignmentCallbackUrl: FIRST, fallbackAssignmentCallbackUrl: null });
    expect(sent.map(({ url, method, params }) => ({ url, method, params }))).toEqual([
      {
        url: FIRST,
        method: 'POST',
        params: {
          AccountSid: ids.account,
          WorkspaceSid: ids.workspace,
          WorkflowSid: ids.workflow,
          TaskQueueSid: support,
          WorkerSid: reservation.workerSid,
          WorkerAttributes: world.taskRouter.worker(reservation.workerSid).attributes,
          TaskSid: task.sid,
          TaskAttributes: '{"a":1}',
          TaskAge: '0',
          TaskPriority: '0',
          ReservationSid: reservation.sid,
          Timestamp: String(Date.UTC(2026, 0, 1) / 1000),
        },
      },
    ]);
    expect(reservation.status).toBe('pending');
  });

  it('accepts and rejects as it is answered', async () => {
    const accepting = await application({ [FIRST]: saying({ instruction: 'accept' }) });
    await accepting.world.settled();
    expect(accepting.reservation.status).toBe('accepted');
    expect(accepting.task.assignmentStatus).toBe('assigned');

    const rejecting = await application({ [FIRST]: saying({ instruction: 'reject' }) });
    await rejecting.world.settled();
    expect(rejecting.reservation.status).toBe('rejected');
    expect(rejecting.task.assignmentStatus).toBe('pending');
  });

  it('moves a worker whose reservation it rejects', async () => {
    const offline = ids.activities.offline;
    const { world, reservation } = await application({
      [FIRST]: saying({ instruction: 'reject', activity_sid: offline }),
    });
    await world.settled();
    expect(world.taskRouter.worker(reservation.workerSid).activitySid).toBe(offline);
  });

  it('asks the other address when the first one fails', async () => {
    const refused = await application(
      { [FIRST]: saying({}, 500), [SECOND]: saying({ instruction: 'accept' }) },
      SECOND,
    );
    await refused.world.settled();
    expect(refused.asked()).toEqual([FIRST, SECOND]);
    expect(refused.reservation.status).toBe('accepted');

    const silent = await application({ [SECOND]: saying({ instruction: 'accept' }) }, SECOND);
    await silent.world.settled();
    expect(silent.reservation.status).toBe('accepted');
  });

  it('leaves the reservation to its time-out when nobody answers', async () => {
    const { world, reservation } = await application({}, SECOND);
    await world.settled();
    expect(reservation.status).toBe('pending');
    world.clock.advance(120_000);
    expect(reservation.status).toBe('timeout');
  });

  it.each([
    ['has no instruction', { hello: 'there' }, /^40005: /],
    ['is of calls', { instruction: 'dequeue' }, /instruction dequeue .* not served here/],
    ['comes too late', { instruction: 'accept' }, /is rejected, not pending/],
  ])('says so when an answer %s', async (what, answer, said) => {
    const { world, reservation, logged } = await application({ [FIRST]: saying(answer) });
    if (what === 'comes too late') world.taskRouter.answerReservation(reservation.sid, 'rejected');
    await world.settled();
    expect(logged).toEqual([expect.stringMatching(said)]);
  });

  it('is no longer made when its address is emptied', async () => {
    const { world, workspace, offered, sent } = await application({ [FIRST]: saying({ instruction: 'reject' }) });
    await world.settled();
    const emptied = await workspace.workflows(ids.workflow).update({ assignmentCallbackUrl: '' });
    expect(emptied.assignmentCallbackUrl).toBeNull();
    world.clock.advance(20_000);
    await world.settled();
    expect(offered('ada')).toBeDefined();
    expect(sent).toHaveLength(1);
  });
});
