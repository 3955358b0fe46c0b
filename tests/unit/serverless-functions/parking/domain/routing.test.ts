/** @jest-environment node */
import {
  directInviteEndsAtMs,
  inviteRouting,
  keepsWebhook,
  replyPlan,
  replyTarget,
  unparkTarget,
} from '../../../../../serverless-functions/src/parking/domain/routing';
import type {
  InviteTarget,
  ReplyPlan,
  ReplyRoute,
  Target,
} from '../../../../../serverless-functions/src/parking/domain/plans';
import { ADA, aPark, BEN, sid } from '../../support/fixtures';
import { SETTINGS } from '../fake-world';

const sameAsBefore = { workflowSid: sid('WW'), taskChannelUniqueName: 'chat', priority: 7 };
const direct = { queueSid: sid('WQ'), workerSid: ADA.workerSid };
const parkWith = (reply: Partial<ReplyPlan>) =>
  aPark({ reply: { route: { to: 'workflow' }, priorityBoost: 0, ...reply } });

describe('an invite', () => {
  it.each<[string, InviteTarget, object]>([
    ['by the workflow', { to: 'workflow' }, {}],
    [
      'to a worker, as records of the version before name them, for two minutes',
      { to: 'worker', workerSid: ADA.workerSid },
      { direct, timeoutSeconds: 120 },
    ],
    [
      'to a worker for a time',
      { to: 'worker', workerSid: ADA.workerSid, timeoutSeconds: 45 },
      { direct, timeoutSeconds: 45 },
    ],
    ['to a queue', { to: 'queue', queueSid: sid('WQ', 2) }, { queueSid: sid('WQ', 2) }],
  ])('%s keeps workflow, task channel and priority', (_, target, more) => {
    expect(inviteRouting(aPark(), target)).toStrictEqual({ ...sameAsBefore, ...more });
  });

  it('to a worker who is in another queue names that queue', () => {
    const target = { to: 'worker', workerSid: ADA.workerSid, timeoutSeconds: 45 } as const;
    const elsewhere = { direct: { ...direct, queueSid: sid('WQ', 5) }, timeoutSeconds: 45 };
    expect(inviteRouting(aPark(), target, sid('WQ', 5))).toStrictEqual({ ...sameAsBefore, ...elsewhere });
  });

  it('to a worker may be declined, so only then the webhook stays', () => {
    expect(keepsWebhook({ to: 'worker', workerSid: ADA.workerSid })).toBe(true);
    expect(keepsWebhook({ to: 'queue', queueSid: sid('WQ') })).toBe(false);
    expect(keepsWebhook({ to: 'workflow' })).toBe(false);
  });

  it.each<InviteTarget>([
    { to: 'workflow' },
    { to: 'worker', workerSid: ADA.workerSid },
    { to: 'queue', queueSid: sid('WQ') },
  ])('raises the priority by the boost, never above what TaskRouter takes (%j)', (target) => {
    expect(inviteRouting(parkWith({ priorityBoost: 100 }), target).priority).toBe(107);
    const highest = { ...parkWith({ priorityBoost: 100 }), task: { ...aPark().task, priority: 2 ** 31 - 2 } };
    expect(inviteRouting(highest, target).priority).toBe(2 ** 31 - 1);
  });
});

describe('where a reply goes', () => {
  it.each<[string, Partial<typeof SETTINGS>, ReplyRoute, Target]>([
    ['workflow', { onCustomerReply: 'workflow' }, { to: 'workflow' }, { to: 'workflow' }],
    [
      'the agent who parked',
      { onCustomerReply: 'worker', workerInviteTimeoutSeconds: 45 },
      { to: 'worker', timeoutSeconds: 45, events: 'callback' },
      { to: 'worker', workerSid: BEN.workerSid, timeoutSeconds: 45 },
    ],
    [
      'the agent, told by a sink',
      { onCustomerReply: 'worker', taskrouterEvents: 'event-streams' },
      { to: 'worker', timeoutSeconds: 60, events: 'event-streams' },
      { to: 'worker', workerSid: BEN.workerSid, timeoutSeconds: 60 },
    ],
    [
      'the queue that it was parked in',
      { onCustomerReply: 'queue', replyQueue: 'original' },
      { to: 'queue', queueSid: sid('WQ', 3) },
      { to: 'queue', queueSid: sid('WQ', 3) },
    ],
    [
      'a named queue',
      { onCustomerReply: 'queue', replyQueue: sid('WQ', 9) },
      { to: 'queue', queueSid: sid('WQ', 9) },
      { to: 'queue', queueSid: sid('WQ', 9) },
    ],
    [
      'a Studio flow',
      { onCustomerReply: 'studio', studioFlowSid: sid('FW') },
      { to: 'studio', flowSid: sid('FW'), timeoutMinutes: 10 },
      { to: 'studio', flowSid: sid('FW'), timeoutMinutes: 10 },
    ],
    ['the workflow where no flow is named', { onCustomerReply: 'studio' }, { to: 'workflow' }, { to: 'workflow' }],
  ])('is kept with the park: %s', (_, changes, route, target) => {
    const plan = replyPlan({ ...SETTINGS, ...changes, returningPriorityBoost: 5 }, { queueSid: sid('WQ', 3) });
    expect(plan).toStrictEqual({ route, priorityBoost: 5, unparkTimeoutSeconds: 120 });
    expect(replyTarget(aPark({ reply: plan, agent: { ...BEN, participantSid: sid('UT') } }))).toStrictEqual(target);
  });

  it('is the workflow for a park of the time before there was a choice', () => {
    expect(replyTarget(aPark())).toEqual({ to: 'workflow' });
  });
});

describe('an agent who unparks', () => {
  it.each([
    ['the time that was set when it was parked', { unparkTimeoutSeconds: 30 }, 30],
    ['two minutes where a record of the version before says nothing', {}, 120],
  ])('has %s to accept', (_, reply, timeoutSeconds) => {
    const target = { to: 'worker', workerSid: BEN.workerSid, timeoutSeconds };
    expect(unparkTarget(parkWith(reply), BEN.workerSid)).toStrictEqual(target);
  });

  it('has two minutes also without any plan', () => {
    expect(unparkTarget(aPark(), BEN.workerSid)).toMatchObject({ timeoutSeconds: 120 });
  });
});

describe('a direct invite that nobody accepted', () => {
  it.each<[Target, number | undefined]>([
    [{ to: 'worker', workerSid: ADA.workerSid, timeoutSeconds: 60 }, 61_000],
    [{ to: 'worker', workerSid: ADA.workerSid }, 121_000],
    [{ to: 'workflow' }, undefined],
    [{ to: 'queue', queueSid: sid('WQ') }, undefined],
  ])('must have ended when its time was over (%j)', (target, endsAtMs) => {
    expect(directInviteEndsAtMs({ target, sinceMs: 1_000 })).toBe(endsAtMs);
  });
});
