/** @jest-environment node */
import { ids } from '../../../local-twilio/src/account/seed/contact-centre';
import { setUp, type Setup } from './sdk';

const { support, sales } = ids.queues;

interface Routing {
  readonly targets?: readonly object[];
  readonly filters?: readonly object[];
  readonly default_filter?: object;
}

/** A contact centre whose only workflow is this one; `targets` are those of a filter for every task. */
function routedBy({ targets, filters, ...rest }: Routing): Setup {
  const setup = setUp();
  const all = filters ?? [{ expression: '1==1', targets }];
  setup.world.taskRouter.configureWorkflow(ids.workflow, JSON.stringify({ task_routing: { filters: all, ...rest } }));
  return setup;
}

const create = ({ world }: Setup, attributes: object = {}) =>
  world.taskRouter.createTask({
    workflowSid: ids.workflow,
    taskChannel: 'chat',
    attributes: JSON.stringify(attributes),
  });

const seconds = (setup: Setup, count: number) => setup.world.clock.advance(count * 1000);
const taskOf = (setup: Setup, sid: string) => setup.world.taskRouter.task(sid);

function withAttributes(setup: Setup, username: string, attributes: object): void {
  const { taskRouter } = setup.world;
  const { workerSid } = setup.person(username);
  const held: unknown = JSON.parse(taskRouter.worker(workerSid).attributes);
  taskRouter.setWorkerAttributes(workerSid, JSON.stringify(Object.assign({}, held, attributes)));
}

describe('the steps of a workflow (docs/taskrouter/task-evaluation, workflow-configuration)', () => {
  it('add their timeouts up, and the last one ends the task', () => {
    const setup = routedBy({
      targets: [
        { queue: support, timeout: 10 },
        { queue: sales, timeout: 10 },
        { queue: support, timeout: 10 },
      ],
      default_filter: { queue: sales },
    });
    const { sid } = create(setup);
    const queues = [0, 9, 1, 9, 1, 9].map((wait) => {
      seconds(setup, wait);
      return taskOf(setup, sid).queueSid;
    });
    expect(queues).toEqual([support, support, sales, sales, support, support]);
    seconds(setup, 1);
    expect(taskOf(setup, sid)).toMatchObject({ assignmentStatus: 'canceled', reason: 'Workflow timeout' });
  });

  it('inherit the queue, and the priority that the task has', () => {
    const setup = routedBy({
      targets: [{ queue: sales, priority: '1', timeout: '300' }, { timeout: 5 }, { priority: 10 }],
    });
    const { sid } = create(setup);
    expect(taskOf(setup, sid)).toMatchObject({ queueSid: sales, priority: 1 });
    seconds(setup, 300);
    expect(taskOf(setup, sid)).toMatchObject({ queueSid: sales, priority: 1 });
    seconds(setup, 5);
    expect(taskOf(setup, sid)).toMatchObject({ queueSid: sales, priority: 10 });
  });

  it('do not inherit an expression', () => {
    const setup = routedBy({ targets: [{ queue: support, expression: 'worker.vip == true', timeout: 5 }, {}] });
    setup.makeAvailable('ada');
    const { sid } = create(setup);
    expect(setup.offered('ada')).toBeUndefined();
    seconds(setup, 5);
    expect(setup.offered('ada')?.taskSid).toBe(sid);
  });

  it('are followed by the next filter that matches, never by the default filter', () => {
    const filters = [
      { expression: 'a == 1', targets: [{ queue: support, timeout: 5 }] },
      { expression: 'b == 1', targets: [{ queue: sales }] },
    ];
    const setup = routedBy({ filters, default_filter: { queue: support } });
    const [both, one] = [create(setup, { a: 1, b: 1 }), create(setup, { a: 1 })];
    seconds(setup, 5);
    expect(taskOf(setup, both.sid)).toMatchObject({ assignmentStatus: 'pending', queueSid: sales });
    expect(taskOf(setup, one.sid).assignmentStatus).toBe('canceled');
  });

  it('let a task that no filter is for wait in the default queue for as long as it lives', () => {
    const setup = routedBy({
      filters: [{ expression: 'a == 1', targets: [{ queue: support }] }],
      default_filter: { queue: sales },
    });
    const { sid } = create(setup);
    seconds(setup, 86_399);
    expect(taskOf(setup, sid)).toMatchObject({ assignmentStatus: 'pending', queueSid: sales });
  });

  it('lead a task that has no filter and no default out of the workflow', () => {
    const setup = routedBy({ filters: [{ expression: 'a == 1', targets: [{ queue: support }] }] });
    expect(create(setup).assignmentStatus).toBe('canceled');
  });

  it('stay as they were for a task that gets other attributes and still fits its filter', () => {
    const setup = routedBy({ targets: [{ queue: support, timeout: 10 }, { queue: sales, timeout: 10 }, {}] });
    const { sid } = create(setup);
    seconds(setup, 12);
    setup.world.taskRouter.setTaskAttributes(sid, '{"note":"x"}');
    expect(taskOf(setup, sid).queueSid).toBe(sales);
  });
});

describe('a step with a known worker (docs/taskrouter/workflow-configuration/known-agent-routing)', () => {
  const known = (more: object = {}, key = 'known_worker_sid') =>
    routedBy({ targets: [{ queue: support, [key]: 'task.agent', timeout: 30, ...more }, {}] });

  it('is offered to them only, by SID or by friendly name', () => {
    for (const key of ['known_worker_sid', 'known_worker_friendly_name']) {
      const setup = known({}, key);
      setup.makeAvailable('ada');
      setup.makeAvailable('ben');
      const ben = setup.world.taskRouter.worker(setup.person('ben').workerSid);
      const { sid } = create(setup, { agent: key === 'known_worker_sid' ? ben.sid : ben.friendlyName });
      expect(setup.offered('ben')?.taskSid).toBe(sid);
      expect(setup.offered('ada')).toBeUndefined();
    }
  });

  it.each<[string, object]>([
    ['null', { agent: null }],
    ['not named at all', {}],
    ['nobody', { agent: `WK${'0'.repeat(32)}` }],
  ])('lasts its whole time when they are %s', (_, attributes) => {
    const setup = known();
    setup.makeAvailable('ada');
    const { sid } = create(setup, attributes);
    seconds(setup, 29);
    expect(setup.offered('ada')).toBeUndefined();
    seconds(setup, 1);
    expect(setup.offered('ada')?.taskSid).toBe(sid);
  });

  it('lasts its whole time when they are not in the queue', () => {
    const setup = routedBy({
      targets: [{ queue: sales, known_worker_sid: 'task.agent', timeout: 30 }, { queue: support }],
    });
    setup.makeAvailable('ada');
    const outside = ['ada', 'ben', 'alex'].find(
      (name) => !setup.world.taskRouter.isEligible(setup.person(name).workerSid, sales),
    );
    create(setup, { agent: setup.person(outside ?? 'ada').workerSid });
    seconds(setup, 29);
    expect(setup.offered('ada')).toBeUndefined();
    seconds(setup, 1);
    expect(setup.offered('ada')).toBeDefined();
  });

  it('is left at once by skip_if', () => {
    const setup = known({ skip_if: '1==1' });
    setup.makeAvailable('ada');
    const { sid } = create(setup, { agent: null });
    expect(setup.offered('ada')?.taskSid).toBe(sid);
  });

  it('may ask for their activity too', () => {
    const setup = known({ expression: "worker.activity_name in ['Break', 'Available']" });
    setup.makeAvailable('ada');
    const { sid } = create(setup, { agent: setup.person('ada').workerSid });
    expect(setup.offered('ada')?.taskSid).toBe(sid);
  });
});

describe('skip_if (docs/taskrouter/worker-presence)', () => {
  it('is asked only when nobody can be reserved at once', () => {
    const setup = routedBy({ targets: [{ queue: support, skip_if: '1==1' }, { queue: sales }] });
    setup.makeAvailable('ada');
    expect(taskOf(setup, create(setup).sid)).toMatchObject({ assignmentStatus: 'reserved', queueSid: support });
    setup.world.taskRouter.setCapacity(setup.person('ada').workerSid, 'chat', { capacity: 1 });
    expect(taskOf(setup, create(setup).sid).queueSid).toBe(sales);
  });

  it.each([
    ['workers.available == 1', true],
    ['workers.available == 0', false],
    ['workers.unavailable > 0 AND workers.available == 1', true],
    [`workers.${ids.activities.available} == 1`, true],
    [`workers.${ids.activities.offline} < 1 OR workers.${ids.activities.available} == 0`, false],
  ])('counts the workers of the queue: %s is %s', (skipIf, isSkipped) => {
    const setup = routedBy({
      targets: [
        { queue: support, expression: '1==2', skip_if: skipIf },
        { queue: sales, expression: '1==2' },
      ],
    });
    setup.makeAvailable('ada');
    expect(create(setup).queueSid).toBe(isSkipped ? sales : support);
  });

  it('of the last step leads to the next filter, then to the default filter, then out', () => {
    const skipped = { expression: '1==1', targets: [{ queue: support, skip_if: '1==1' }] };
    const other = { expression: 'b == 1', targets: [{ queue: sales }] };
    const setup = routedBy({ filters: [skipped, other], default_filter: { queue: support } });
    expect(create(setup, { b: 1 }).queueSid).toBe(sales);
    expect(create(setup)).toMatchObject({ queueSid: support, assignmentStatus: 'pending' });
    expect(create(routedBy({ filters: [skipped] }))).toMatchObject({
      assignmentStatus: 'canceled',
      reason: 'Workflow skipped',
    });
  });
});

describe('who gets a task (docs/taskrouter/multitasking, activity-based-routing, order-workers)', () => {
  it('is the least busy, by a chain of steps that are skipped', () => {
    const steps = [0, 1, 2].map((count) => ({
      queue: support,
      expression: `worker.channel.chat.assigned_tasks == ${count}`,
      skip_if: '1==1',
    }));
    const setup = routedBy({ targets: steps });
    setup.makeAvailable('ada');
    for (let turn = 0; turn < 2; turn += 1) {
      create(setup);
      setup.world.taskRouter.answerReservation(setup.offered('ada')?.sid ?? '', 'accepted');
    }
    setup.makeAvailable('ben');
    create(setup);
    expect(setup.offered('ben')).toBeDefined();
  });

  it.each([
    ['worker.channel.chat.configured_capacity == 3 AND worker.channel.voice.configured_capacity == 1', true],
    ['worker.channel.chat.available_capacity_percentage == 100', true],
    ['worker.channel.chat.available_capacity_percentage < 75', false],
    ['worker.channel.fax.assigned_tasks == 0', false],
    ['worker.sid NOT IN task.had', false],
    ['worker.sid IN task.had', true],
    ['worker.friendly_name == task.name', true],
    ['worker.activity_name == "Available"', true],
    ['worker.activity_sid == task.activity', true],
    ['taskrouter.currentTime == 0 AND taskrouter.dayOfWeek = "Thu"', true],
    ['roles HAS "agent"', false],
  ])('is decided by %s: %s', (expression, isOffered) => {
    const setup = routedBy({ targets: [{ queue: support, expression }] });
    setup.makeAvailable('ada');
    const { workerSid } = setup.person('ada');
    const name = setup.world.taskRouter.worker(workerSid).friendlyName;
    create(setup, { had: [workerSid], name, activity: ids.activities.available });
    expect(setup.offered('ada') !== undefined).toBe(isOffered);
  });

  it('is ordered by order_by, clause by clause', () => {
    const setup = routedBy({ targets: [{ queue: support, order_by: 'worker.level DESC, worker.routing.age ASC' }] });
    withAttributes(setup, 'ada', { level: 5 });
    withAttributes(setup, 'ben', { level: 9 });
    setup.makeAvailable('ada');
    setup.makeAvailable('ben');
    create(setup);
    expect(setup.offered('ben')).toBeDefined();
  });
});
