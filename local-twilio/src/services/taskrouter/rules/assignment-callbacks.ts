import { z } from 'zod';

import type { DeliveryAnswer } from '../../../kernel/deliveries';
import type { Outgoing } from '../../../kernel/delivery-sender';
import { jsonBody } from '../../../kernel/json';
import type { TaskRouter } from '../commands';
import type { Reservation, Task, Worker } from '../entities';
import type { Context } from '../events';
import type { TaskRouterStore } from '../store';
import { fieldsOfTask, fieldsOfWorker } from './event-fields';

type Answering = Pick<TaskRouter, 'answerReservation' | 'rejectInto'>;

interface Assignment {
  readonly reservation: Reservation;
  readonly task: Task;
  readonly worker: Worker;
}

/** What is documented of the request; its events carry more. */
const FIELDS = [
  ...(['TaskSid', 'TaskAttributes', 'TaskAge', 'TaskPriority', 'WorkflowSid', 'TaskQueueSid'] as const),
  ...(['WorkerSid', 'WorkerAttributes'] as const),
] as const;

const instructed = z.object({ instruction: z.string(), activity_sid: z.string().optional() });

/**
 * Tells the application of a workflow of each reservation, and follows what it answers:
 * https://www.twilio.com/docs/taskrouter/handle-assignment-callbacks. When the first address fails the other one is
 * called: https://www.twilio.com/docs/taskrouter/api/workflow. When that fails too, the reservation waits for its
 * time-out as one that nobody answers. How long TaskRouter waits is not documented; it waits as for its events.
 */
export function tellAssignments(context: Context, store: TaskRouterStore, answering: Answering): void {
  const { deliveries, events, limits, sids } = context;

  const send = (url: string, params: Outgoing['params'], answered: Outgoing['answered']) =>
    deliveries.send({
      sid: sids.next('EV'),
      kind: 'taskrouter',
      method: 'POST',
      url,
      params,
      timeoutMs: limits.taskRouterCallbackTimeoutMs,
      retries: () => 0,
      answered,
    });

  events.on({
    'reservation.created': (assignment) => {
      const { reservation, task } = assignment;
      const workflow = task.workflowSid === null ? undefined : store.workflows.get(task.workflowSid);
      const { assignmentCallbackUrl: url, fallbackAssignmentCallbackUrl: fallback } = workflow ?? {};
      if (!url) return;
      const params = paramsOf(context, store, assignment);
      const followed = (answer: DeliveryAnswer | undefined) => answer && follow(answering, reservation.sid, answer);
      send(url, params, (outcome) => {
        const answer = answerIn(outcome);
        if (answer) followed(answer);
        else if (fallback) send(fallback, params, (second) => followed(answerIn(second)));
      });
    },
  });
}

function paramsOf(
  { accountSid, clock }: Context,
  store: TaskRouterStore,
  { reservation, task, worker }: Assignment,
): Readonly<Record<string, string>> {
  const nowMs = clock.nowMs();
  const known = { ...fieldsOfTask(store, task, nowMs), ...fieldsOfWorker(store, worker) };
  return {
    AccountSid: accountSid,
    WorkspaceSid: store.workspace.sid,
    ReservationSid: reservation.sid,
    Timestamp: String(Math.floor(nowMs / 1000)),
    ...Object.fromEntries(FIELDS.flatMap((name) => (name in known ? [[name, known[name] ?? '']] : []))),
  };
}

type Outcome = Parameters<NonNullable<Outgoing['answered']>>[0];

/** Undefined: none came, or it says that the application failed. */
const answerIn = (outcome: Outcome): DeliveryAnswer | undefined =>
  'failure' in outcome || outcome.status >= 400 ? undefined : outcome;

/** Throws what Twilio writes to the account's log, where nobody else would see it. */
function follow(answering: Answering, reservationSid: string, { body }: DeliveryAnswer): void {
  const answer = jsonBody(body);
  if (typeof answer !== 'object' || answer === null || Object.keys(answer).length === 0) return;
  const read = instructed.safeParse(answer);
  // https://www.twilio.com/docs/api/errors/40005
  if (!read.success) throw new Error('40005: the answer to an assignment callback has no instruction');
  const { instruction, activity_sid: activitySid } = read.data;
  switch (instruction) {
    case 'accept':
      return void answering.answerReservation(reservationSid, 'accepted');
    case 'reject':
      if (activitySid === undefined) return void answering.answerReservation(reservationSid, 'rejected');
      return void answering.rejectInto(reservationSid, activitySid);
    default:
      throw new Error(`the instruction ${instruction} of an assignment callback is not served here: it is of calls`);
  }
}
