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
import { Calls } from './twilio/calls';
import { clientOf } from './twilio/client';
import { systemClock } from './twilio/clock';
import { createConversations } from './twilio/conversations';
import { createFlows } from './twilio/flows';
import { createInteractions } from './twilio/interactions';
import { createListReaders, type ListReaders } from './twilio/list-readers';
import { createParkedList } from './twilio/parked-list';
import { createParkedSlots } from './twilio/parked-slots';
import { createRecords } from './twilio/records';
import { createSettings, type SettingsCache } from './twilio/settings';
import { createTasks, createWorkers } from './twilio/tasks';
import { createWakeWebhooks } from './twilio/wake-webhooks';
import { createWorkflows } from './twilio/workflows';

/** A Function is ended after 10 s (twilio.com/docs/serverless/functions-assets/faq); the rest is for the answer. */
const CALL_FOR_MS = 9_000;

/** Settings outlive an invocation as long as Twilio keeps the container. */
const settingsCache: SettingsCache = {};
const listReaders: ListReaders = new Map();

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
  const client = clientOf(context);
  const { TWILIO_FLEX_WORKSPACE_SID: workspaceSid, TWILIO_FLEX_SYNC_SID: listServiceSid } = environment;
  const { DOMAIN_NAME: functionsDomain } = environment;
  const fields = { correlationId: newId(), function: functionName };
  return {
    records: createRecords(client, calls, environment.PARKING_SYNC_SID),
    conversations: createConversations(client, calls),
    wakeWebhooks: createWakeWebhooks(client, calls, { functionsDomain, clock }),
    flows: createFlows(client, calls),
    interactions: createInteractions(client, calls, workspaceSid),
    tasks: createTasks(client, calls, { workspaceSid, functionsDomain }),
    workers: createWorkers(client, calls, workspaceSid),
    workflows: createWorkflows(client, calls, workspaceSid),
    list: {
      ...createParkedList(client, calls, listServiceSid),
      ...createListReaders(client, calls, { serviceSid: listServiceSid, readers: listReaders }),
    },
    slots: createParkedSlots(client, calls, environment.PARKING_SYNC_SID),
    settings: createSettings(client, calls, { cache: settingsCache, clock }),
    clock,
    newId,
    hadLostAnswers: () => calls.hadLostAnswers(),
    log: createLog({ fields, mode: environment.PARKING_LOG, nowMs: clock.nowMs }),
    functionsDomain,
  };
}

function newId(): string {
  return randomBytes(8).toString('hex');
}
