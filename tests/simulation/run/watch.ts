import { parkingSyncService } from '../../../scripts/local-parking';
import type { TwilioResponse } from '../../../local-twilio/src/kernel/calls';
import type { Clock } from '../../../local-twilio/src/kernel/clock';
import type { World } from '../../../local-twilio/src/account/world';
import type { HostListener } from '../functions/functions-host';
import type { NetworkCall, NetworkListener } from '../functions/network';
import { createAttributeWatch } from './attribute-watch';
import { countLogLine, countMeetings, countRepairs } from './interesting';
import { count, type Observed } from './observed';
import type { Hooks } from './stage';
import type { Trace } from './trace';
import { object } from './view';

interface Watching {
  readonly trace: Trace;
  readonly observed: Observed;
  readonly hooks: Hooks;
}

/** Writes the Functions' comings and goings into the trace. */
export function watchInvocations({
  trace,
  observed,
  hooks,
  clock: { nowMs },
}: Watching & { readonly clock: Clock }): HostListener {
  return {
    started({ name }) {
      trace.add(name, 'starts');
      observed.invocations.push({ name, startedAtMs: nowMs(), endedAtMs: undefined });
    },
    killed: ({ name }) => {
      count(observed, 'Function killed');
      trace.add(name, 'IS KILLED');
    },
    ended({ name }, outcome) {
      const text = outcome.kind === 'answered' ? `${outcome.answer.status} ${json(outcome.answer.body)}` : 'no answer';
      trace.add(name, `answers ${text}`);
      for (const invoked of observed.invocations) if (invoked.name === name) invoked.endedAtMs = nowMs();
      if (outcome.kind === 'answered') countRepairs(observed, outcome.answer.body);
      countMeetings(observed, name, outcome);
      hooks.onAnswer(name);
    },
    logged(invocation, line) {
      const entry = object(JSON.parse(line)) ?? {};
      countLogLine(observed, entry);
      const { step, outcome, correlationId: _c, function: _f, sinceStartMs: _s, ...details } = entry;
      trace.add(invocation?.name ?? '?', `log ${String(step)}: ${String(outcome)} ${json(details)}`);
    },
  };
}

/** Writes every call into the trace, and tells when it took effect. */
export function watchNetwork({ trace, observed, hooks }: Watching): NetworkListener {
  const attributes = createAttributeWatch(observed);
  return {
    sent(call) {
      const { invocation, number, request } = call;
      const { name } = invocation;
      hooks.onSent(call);
      observed.calls.set(name, number);
      const reads = observed.reads.get(name) ?? new Set();
      observed.reads.set(name, reads);
      if (request.method === 'GET' || request.path.endsWith('/Tokens/validate')) reads.add(number);
    },
    faulted: ({ invocation, number, request, fault }) => {
      count(observed, `fault ${String(fault)}`);
      trace.add(invocation.name, `call ${number} ${request.method} ${request.path} FAULT ${String(fault)}`);
    },
    aborted({ invocation, number }) {
      count(observed, 'call aborted by the SDK');
      trace.add(invocation.name, `call ${number} is aborted`);
    },
    beforeEffect: attributes.beforeEffect,
    tookEffect(call, response) {
      const { invocation, number, request } = call;
      trace.add(invocation.name, `call ${number} ${request.method} ${request.path} → ${response.status}`);
      if (response.status === 412) count(observed, 'conflict (412)');
      if (isOfRecord(call) && response.status === 404) count(observed, 'record gone as it was written');
      if (call.fault === 'late-after-thaw') count(observed, 'call left after the thaw');
      if (call.fault === 'killed-late') count(observed, 'call of a killed Function landed');
      attributes.tookEffect(call, response);
      noteSeen(observed, call, response);
      hooks.onEffect(invocation.name, number);
    },
  };
}

/** Written in the moment in which the park before it was ended. */
function isOfRecord({ request: { method, path } }: NetworkCall): boolean {
  return method === 'POST' && path.includes('/Documents/ET');
}

/** A claim to have seen more than there is goes as far as the newest message that the park finds when it first looks. */
function noteSeen(observed: Observed, { invocation, request }: NetworkCall, { body }: TwilioResponse): void {
  if (request.method !== 'GET' || !request.path.endsWith('/Messages')) return;
  if (!observed.claimedAhead.delete(invocation.name)) return;
  const messages = object(body)?.messages;
  const index = Array.isArray(messages) ? Number(object(messages[0])?.index) : -1;
  observed.seenIndex = Math.max(observed.seenIndex, index);
}

interface WatchingWorld {
  readonly world: World;
  readonly trace: Trace;
  readonly observed: Observed;
  readonly onChange: () => void;
}

const RELEVANT = /^(task|reservation|conversation\.(participant|webhook|state|message)|sync|participant)/;

/** Writes what changes at Twilio into the trace. */
export function watchWorld({ world, trace, observed, onChange }: WatchingWorld): void {
  world.events.subscribe((event) => {
    if (!RELEVANT.test(event.type)) return;
    onChange();
    if ('document' in event && event.document.serviceSid === parkingSyncService) {
      const state = object(event.document.data)?.state ?? '-';
      trace.add('Twilio', `${event.type} ${String(event.document.uniqueName).slice(0, 17)} → ${String(state)}`);
      if (event.type !== 'sync.document.removed') count(observed, `record ${String(state)}`);
      if (object(event.document.data)?.replyPending === true) count(observed, 'reply pending');
    } else if ('task' in event && event.type !== 'task.updated') {
      trace.add('Twilio', `${event.type} ${event.task.sid.slice(0, 6)} ${event.task.reason ?? ''}`);
      if (event.type === 'task.canceled' && event.task.direct) count(observed, 'an invite to one agent died');
      if (event.type === 'task.canceled' || event.type === 'workflow.timeout') count(observed, event.type);
    } else if ('webhook' in event) {
      trace.add('Twilio', `${event.type} ${event.webhook.url ?? ''}`);
    } else if ('message' in event) {
      trace.add('Twilio', `message ${event.message.index} by ${event.message.author ?? 'system'}`);
    } else if ('item' in event && 'map' in event) {
      trace.add('Twilio', event.type);
    }
  });
}

const json = (value: unknown): string => JSON.stringify(value) ?? '';
