import { randomBytes } from 'node:crypto';

import type { CompleteParkedAnswer, CompleteParkedRequest } from './contract/complete-parked';
import type { EveryoneAnswer, EveryoneRequest } from './contract/everyone';
import type { ParkAnswer, ParkRequest } from './contract/park';
import type { PreviewAnswer, PreviewRequest } from './contract/preview';
import type { ReconcileAnswer } from './contract/reconcile';
import type { ConversationSid } from './contract/sids';
import type { UnparkAnswer, UnparkRequest } from './contract/unpark';
import type { Composed, Invocation } from './http/function';
import { createLog } from './http/log';
import type { Caller } from './parking/caller';
import { completeParked } from './parking/desk/complete-parked';
import { everyone } from './parking/desk/everyone';
import { park } from './parking/park/park';
import type { Ports } from './parking/ports';
import { preview } from './parking/desk/preview';
import { reconcile } from './parking/upkeep/reconcile';
import { routeFromFlow } from './parking/unpark/route-from-flow';
import { taskEvents, type TaskEvent, type TaskEventAnswer } from './parking/upkeep/task-event';
import { unpark } from './parking/unpark/unpark';
import { wake, type WakeAnswer, type WakeMessage } from './parking/unpark/wake';
import { createAdapters, type Remembered } from './twilio/adapters';
import { Calls } from './twilio/calls';
import { clientOf } from './twilio/client';
import { systemClock } from './twilio/clock';

/** A Function is ended after 10 s (twilio.com/docs/serverless/functions-assets/faq); the rest is for the answer. */
const CALL_FOR_MS = 9_000;

/** Outlives an invocation as long as Twilio keeps the container. */
const remembered: Remembered = { settings: {}, listReaders: new Map(), boardWatchers: new Set() };

/** What the Functions can do. */
export interface Operations extends Composed {
  park(request: ParkRequest, caller: Promise<Caller>): Promise<ParkAnswer>;
  unpark(request: UnparkRequest, caller: Promise<Caller>): Promise<UnparkAnswer>;
  preview(request: PreviewRequest, caller: Promise<Caller>): Promise<PreviewAnswer>;
  everyone(request: EveryoneRequest, caller: Promise<Caller>): Promise<EveryoneAnswer>;
  completeParked(request: CompleteParkedRequest, caller: Promise<Caller>): Promise<CompleteParkedAnswer>;
  wake(message: WakeMessage): Promise<WakeAnswer>;
  routeFromFlow(conversation: ConversationSid): Promise<WakeAnswer>;
  taskEvents(events: TaskEvent[]): Promise<TaskEventAnswer>;
  reconcile(): Promise<ReconcileAnswer>;
}

/** The composition root: use cases on adapters to Twilio, for one invocation. */
export function compose(invocation: Invocation): Operations {
  const ports = composePorts(invocation);
  return {
    park: (request, caller) => park(ports, request, caller),
    unpark: (request, caller) => unpark(ports, request, caller),
    preview: (request, caller) => preview(ports, request, caller),
    everyone: (request, caller) => everyone(ports, request, caller),
    completeParked: (request, caller) => completeParked(ports, request, caller),
    wake: (message) => wake(ports, message),
    routeFromFlow: (conversation) => routeFromFlow(ports, conversation),
    taskEvents: (events) => taskEvents(ports, events),
    reconcile: () => reconcile(ports),
    log: ports.log,
    timeout: ports.clock.timeout,
  };
}

function composePorts({ context, environment, functionName, callerWaitsMs }: Invocation): Ports {
  const clock = systemClock;
  const startedAtMs = clock.nowMs();
  const calls = new Calls(clock, {
    callUntilMs: startedAtMs + CALL_FOR_MS,
    retryUntilMs: startedAtMs + Math.min(callerWaitsMs, CALL_FOR_MS),
  });
  const places = {
    workspaceSid: environment.TWILIO_FLEX_WORKSPACE_SID,
    recordsServiceSid: environment.PARKING_SYNC_SID,
    listServiceSid: environment.TWILIO_FLEX_SYNC_SID,
    functionsDomain: environment.DOMAIN_NAME,
  };
  const fields = { correlationId: newId(), function: functionName };
  const log = createLog({ fields, mode: environment.PARKING_LOG, nowMs: clock.nowMs });
  return {
    ...createAdapters({ client: clientOf(context), calls, clock, log, places, remembered }),
    clock,
    newId,
    log,
  };
}

function newId(): string {
  return randomBytes(8).toString('hex');
}
