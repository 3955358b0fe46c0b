import type { TwilioRequest, TwilioResponse } from '../../../local-twilio/src/kernel/calls';
import type { World } from '../../../local-twilio/src/account/world';
import type { Random } from '../engine/random';
import type { FaultKind, PlannedFault } from '../schedules/schedule';
import { namedCalls } from './named-calls';
import type { Invocation } from './invocation';

export const LATE_BY_MS = 3_000;
const LATENCY_MS = { least: 10, most: 100 };

/** One call on its way, as the trace and the invariants see it. */
export interface NetworkCall {
  readonly invocation: Invocation;
  readonly number: number;
  readonly request: TwilioRequest;
  readonly fault: FaultKind | undefined;
}

export interface NetworkListener {
  sent(call: NetworkCall): void;
  beforeEffect(call: NetworkCall): void;
  tookEffect(call: NetworkCall, response: TwilioResponse): void;
  faulted(call: NetworkCall): void;
  /** Its caller was told that its time is over. */
  aborted(call: NetworkCall): void;
}

interface Options {
  readonly world: World;
  readonly chance: Random;
  /** Those that may strike now. */
  readonly faults: () => readonly PlannedFault[];
  readonly listener: NetworkListener;
  /** Work that is not over yet; see Activity. */
  readonly activity: { begin(): () => void };
}

const FAILED: Readonly<Record<'503' | '429', TwilioResponse>> = {
  503: { status: 503, headers: {}, body: { code: 20503, message: 'Service unavailable', status: 503 } },
  429: { status: 429, headers: {}, body: { code: 20429, message: 'Too many requests', status: 429 } },
};

/** A promise that nothing ever settles: what a caller sees of an answer that is lost. */
const silence = <T>(): Promise<T> => new Promise(() => {});

/** What axios rejects with when it has aborted a request. */
const timedOut = (timeoutMs: number) =>
  Object.assign(new Error(`timeout of ${timeoutMs}ms exceeded`), { code: 'ECONNABORTED' });

/** Between the Functions and Twilio: every call takes its time, and what is planned goes wrong with it. */
export function createNetwork({ world, chance, faults, listener, activity }: Options) {
  const { clock } = world;
  /** Calls that are refused whenever they are repeated, by invocation. */
  const refusedAlways = new Set<string>();
  /** Given up by the SDK: one that has not left yet never will. */
  const aborted = new WeakSet<NetworkCall>();

  const keyOf = ({ invocation, request: { method, host, path, body } }: NetworkCall) =>
    `${invocation.name} ${method} ${host}${path} ${body}`;

  const countNamed = namedCalls();

  const plannedFault = (invocation: Invocation, number: number, request: TwilioRequest) => {
    const named = countNamed(invocation, request);
    const isThis = ({ call }: PlannedFault) =>
      typeof call === 'number' ? call === number : call.of === named.of && call.nth === named.nth;
    return faults().find((fault) => fault.invocation === invocation.name && isThis(fault))?.kind;
  };

  const after = (delayMs: number, run: () => void) => {
    const done = activity.begin();
    clock.schedule(delayMs, () => {
      run();
      done();
    });
  };

  const latencyMs = () => chance.between(LATENCY_MS.least, LATENCY_MS.most);

  /** Sends a call on its way; the promise settles in the invocation's own turn, or never. */
  function travel(call: NetworkCall, delayMs: number): Promise<TwilioResponse> {
    const backMs = latencyMs();
    return new Promise((resolve) => {
      after(delayMs, () => {
        const done = activity.begin();
        listener.beforeEffect(call);
        void world.dispatch(call.request).then((response) => {
          listener.tookEffect(call, response);
          if (call.fault === 'killed-after') call.invocation.kill();
          after(backMs, () => call.invocation.turn(() => resolve(response)));
          done();
        });
      });
    });
  }

  function answer(call: NetworkCall, delayMs: number, settle: () => void): void {
    after(delayMs, () => call.invocation.turn(settle));
  }

  function faulty(call: NetworkCall, kind: FaultKind): Promise<TwilioResponse> {
    const outMs = latencyMs();
    switch (kind) {
      case 'refused-once':
        return new Promise((resolve) => answer(call, outMs, () => resolve(FAILED[503])));
      case 'refused-always':
        refusedAlways.add(keyOf(call));
        return new Promise((resolve) => answer(call, outMs, () => resolve(FAILED[503])));
      case 'rate-limited':
        return new Promise((resolve) => answer(call, outMs, () => resolve(FAILED[429])));
      case 'answer-lost':
        void travel(call, outMs);
        return silence();
      case 'reset':
        return travel(call, outMs).then(() => {
          throw Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' });
        });
      case 'never-arrives':
        return silence();
      case 'late':
        return travel(call, outMs + LATE_BY_MS);
      case 'late-after-thaw':
        return new Promise((resolve) => {
          call.invocation.onThaw(() => {
            if (!aborted.has(call)) void travel(call, outMs).then(resolve);
          });
        });
      case 'killed-before':
        call.invocation.kill();
        return silence();
      case 'killed-after':
        return travel(call, outMs);
      case 'killed-late':
        call.invocation.kill();
        return travel(call, outMs + LATE_BY_MS);
    }
  }

  /** The SDK gives up after that time: its caller hears of it, whatever becomes of a call that has left already. */
  function within(timeoutMs: number, call: NetworkCall, answered: Promise<TwilioResponse>): Promise<TwilioResponse> {
    return new Promise((resolve, reject) => {
      const abort = () => {
        aborted.add(call);
        listener.aborted(call);
        reject(timedOut(timeoutMs));
      };
      const stop = clock.schedule(timeoutMs, () => call.invocation.turn(abort));
      void answered.then(resolve, reject).finally(stop);
    });
  }

  function depart(call: NetworkCall): Promise<TwilioResponse> {
    listener.sent(call);
    if (!call.fault) return travel(call, latencyMs());
    listener.faulted(call);
    return faulty(call, call.fault);
  }

  return {
    /** `timeoutMs`: how long the SDK waits for the answer; absent: for ever. */
    send(invocation: Invocation, request: TwilioRequest, timeoutMs?: number): Promise<TwilioResponse> {
      if (invocation.isDead()) return silence();
      const number = invocation.countCall();
      const planned = plannedFault(invocation, number, request);
      const plain: NetworkCall = { invocation, number, request, fault: planned };
      const fault = planned ?? (refusedAlways.has(keyOf(plain)) ? 'refused-always' : undefined);
      const call = { ...plain, fault };
      return timeoutMs === undefined ? depart(call) : within(timeoutMs, call, depart(call));
    },
  };
}

export type Network = ReturnType<typeof createNetwork>;
