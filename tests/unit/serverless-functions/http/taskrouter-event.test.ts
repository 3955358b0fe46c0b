/** @jest-environment node */
import { taskrouterEvents } from '../../../../serverless-functions/src/http/taskrouter-event';
import { sid } from '../support/fixtures';

const attributes = JSON.stringify({ conversationSid: sid('CH'), channelType: 'web' });
const callback = (EventType: string, changes: object = {}) => ({
  EventType,
  TaskSid: sid('WT'),
  TaskAttributes: attributes,
  WorkspaceSid: sid('WS'),
  ...changes,
});
const cloudEvent = (type: string, task: object = {}) => ({
  specversion: '1.0',
  type: `com.twilio.taskrouter.${type}`,
  data: { payload: { task_sid: sid('WT'), task_attributes: attributes, ...task } },
});
const meaning = (what: string) => [{ what, taskSid: sid('WT'), conversationSid: sid('CH') }];

describe('TaskRouter events', () => {
  it.each([
    ['reservation.accepted', 'accepted'],
    ['task.canceled', 'died'],
    ['task.deleted', 'died'],
    ['task.system-deleted', 'died'],
    ['workflow.timeout', 'died'],
  ])('%s means that the task was or has %s, from either source', (name, what) => {
    expect(taskrouterEvents.parse(callback(name))).toEqual(meaning(what));
    expect(taskrouterEvents.parse({ 0: cloudEvent(name) })).toEqual(meaning(what));
    expect(taskrouterEvents.parse(cloudEvent(name))).toEqual(meaning(what));
  });

  it('say which park the task brings back, where its attributes do', () => {
    const said = (originalRouting: unknown) => ({
      TaskAttributes: JSON.stringify({ conversationSid: sid('CH'), originalRouting }),
    });
    const event = (originalRouting: unknown) =>
      taskrouterEvents.parse(callback('task.canceled', said(originalRouting)));
    expect(event({ parkId: 'park-1', queueName: 'Support' })).toStrictEqual([
      { what: 'died', taskSid: sid('WT'), conversationSid: sid('CH'), parkId: 'park-1' },
    ]);
    for (const other of [{ queueName: 'Support' }, { parkId: 7 }, 'text', null])
      expect(event(other)).toStrictEqual(meaning('died'));
  });

  it('say who has accepted, from either source, and a strange worker costs nothing else', () => {
    const accepted = { ...meaning('accepted')[0], workerSid: sid('WK') };
    expect(taskrouterEvents.parse(callback('reservation.accepted', { WorkerSid: sid('WK') }))).toEqual([accepted]);
    expect(taskrouterEvents.parse(cloudEvent('reservation.accepted', { worker_sid: sid('WK') }))).toEqual([accepted]);
    for (const other of ['', 'WK1', 7, null])
      expect(taskrouterEvents.parse(callback('reservation.accepted', { WorkerSid: other }))).toEqual(
        meaning('accepted'),
      );
  });

  it.each([
    'task.created',
    'task.completed',
    'reservation.created',
    'worker.activity.update',
    'toString',
    '__proto__',
    '',
  ])('%s means nothing', (name) => {
    expect(taskrouterEvents.parse(callback(name))).toEqual([]);
    expect(taskrouterEvents.parse({ 0: cloudEvent(name) })).toEqual([]);
  });

  it('of a batch are taken one by one, and what is not ours is left out', () => {
    const other = cloudEvent('task.canceled', { task_sid: sid('WT', 2) });
    const batch = { 0: cloudEvent('reservation.accepted'), 1: cloudEvent('task.updated'), 2: other, request: {} };
    expect(taskrouterEvents.parse(batch)).toEqual([
      ...meaning('accepted'),
      { what: 'died', taskSid: sid('WT', 2), conversationSid: sid('CH') },
    ]);
  });

  it.each([
    { TaskAttributes: '{}' },
    { TaskAttributes: '{"conversationSid":"CH1"}' },
    { TaskAttributes: '{broken' },
    { TaskAttributes: undefined },
    { TaskSid: 'WT1' },
  ])('of tasks without a conversation of ours are left out: %j', (changes) => {
    expect(taskrouterEvents.parse(callback('task.canceled', changes))).toEqual([]);
  });

  it('are none in an empty request', () => expect(taskrouterEvents.parse({})).toEqual([]));
});
