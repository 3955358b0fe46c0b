/** @jest-environment node */
import { createMyTasks, type OfferedTask } from '../../../plugin-src/flex/my-tasks';
import { mayLead, readinessFor, type WorkerLike } from '../../../plugin-src/flex/worker';
import { aTask, sid } from './support/fixtures';

const offer = (changes: Partial<OfferedTask> = {}): OfferedTask => ({
  ...aTask({ status: 'pending' }),
  sid: sid('WR'),
  ...changes,
});

function aDesk(tasks: OfferedTask[] = []) {
  const invoked: unknown[][] = [];
  const listeners = new Set<(task: OfferedTask) => void>();
  const timers: (() => void)[] = [];
  const actions = { invokeAction: async (name: string, payload: object) => void invoked.push([name, payload]) };
  const myTasks = createMyTasks({
    // Of Flex's action manager only this is used.
    flex: { Actions: actions } as never,
    tasks: () => tasks,
    onTaskReceived: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    schedule: (run) => {
      timers.push(run);
      return () => undefined;
    },
  });
  const receive = (task: OfferedTask) => [...listeners].forEach((listener) => listener(task));
  return { myTasks, invoked, receive, listeners, timers };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));
const accepted = [
  ['AcceptTask', { sid: sid('WR') }],
  ['SelectTask', { sid: sid('WR') }],
  ['NavigateToView', { viewName: 'agent-desktop' }],
];

describe('an unparked conversation', () => {
  it('is accepted and shown when it has been offered already', async () => {
    const { myTasks, invoked } = aDesk([offer()]);
    myTasks.takeWhenOffered(sid('WT'));
    await settled();
    expect(invoked).toEqual(accepted);
  });

  it('is accepted and shown when it is offered later, once', async () => {
    const { myTasks, invoked, receive, listeners } = aDesk();
    myTasks.takeWhenOffered(sid('WT'));
    receive(offer());
    receive(offer());
    await settled();
    expect(invoked).toEqual(accepted);
    expect(listeners.size).toBe(0);
  });

  it('is left alone when another task is offered, or when it is accepted already', async () => {
    const { myTasks, invoked, receive } = aDesk([offer({ status: 'accepted' })]);
    myTasks.takeWhenOffered(sid('WT'));
    receive(offer({ taskSid: sid('WT', 2) }));
    await settled();
    expect(invoked).toEqual([]);
  });

  it('is not waited for for ever', async () => {
    const { myTasks, invoked, receive, timers } = aDesk();
    myTasks.takeWhenOffered(sid('WT'));
    timers.forEach((ring) => ring());
    receive(offer());
    await settled();
    expect(invoked).toEqual([]);
  });
});

it('a conversation is mine while a task of mine carries it', () => {
  const has = (task: OfferedTask) => aDesk([task]).myTasks.hasConversation(sid('CH'));
  expect([offer(), offer({ status: 'accepted' }), offer({ status: 'wrapping' })].map(has)).toEqual([true, true, false]);
});

describe('what would be offered to me', () => {
  const worker = (available: boolean, free: Record<string, number>): WorkerLike => ({
    activity: { available },
    channels: new Map(
      Object.entries(free).map(([taskChannelUniqueName, availableCapacityPercentage]) => [
        taskChannelUniqueName,
        { taskChannelUniqueName, availableCapacityPercentage },
      ]),
    ),
  });

  it('depends on my activity and on the capacity of the channel', () => {
    expect(readinessFor(worker(false, { chat: 100 }), 'web')).toBe('not-available');
    expect(readinessFor(worker(true, { chat: 0, sms: 50 }), 'whatsapp')).toBe('at-capacity');
    expect(readinessFor(worker(true, { chat: 0, sms: 50 }), 'sms')).toBe('ready');
    expect(readinessFor(undefined, 'web')).toBe('ready');
  });

  it.each([
    [['agent'], false],
    [['agent', 'supervisor'], true],
    [['admin'], true],
    [undefined, false],
  ])('roles %p may lead: %p', (roles, may) => {
    expect(mayLead(roles)).toBe(may);
  });
});
