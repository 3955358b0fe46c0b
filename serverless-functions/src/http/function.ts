import type { z } from 'zod';

import type { Caller } from '../parking/caller';
import { codeOf, ParkingError } from '../parking/errors';
import type { Ports } from '../parking/ports';
import { errorResponse, jsonResponse } from './answer';
import { logWithoutComposition, type Log } from './log';
import {
  readEnvironment,
  type Environment,
  type FunctionContext,
  type FunctionEvent,
  type FunctionResponse,
  type Handler,
} from './runtime';
import { verifyToken, type KnownTokens } from './verify-token';

/** Conversations waits 5 s for a webhook (twilio.com/docs/conversations/conversations-webhooks). */
const WEBHOOK_WAITS_MS = 4_500;
/** Browsers and other systems wait as long as a Function lives. */
const CALLER_WAITS_MS = 8_500;

export interface Invocation {
  context: FunctionContext;
  environment: Environment;
  functionName: string;
  /** How long the caller waits, so that no retry is made for nobody. */
  callerWaitsMs: number;
}

/** What the composition root builds for one invocation. */
export interface Composed {
  ports: Ports;
  tokens: KnownTokens;
  /** Resolves when nothing that was begun can take effect after the answer any more. */
  allWritesEnded(): Promise<void>;
}

type Compose = (invocation: Invocation) => Composed;

/** A Function that the plugin calls: public, with a Flex token that is checked beside the first reads. */
export interface FlexDoor<Schema extends z.ZodTypeAny> {
  name: string;
  request: Schema;
  run(ports: Ports, request: z.infer<Schema>, caller: Promise<Caller>): Promise<object>;
}

/** A Function that Twilio calls: `.protected`, so the runtime has checked X-Twilio-Signature. */
export interface WebhookDoor<Schema extends z.ZodTypeAny> {
  name: string;
  request: Schema;
  run(ports: Ports, request: z.infer<Schema>): Promise<object>;
}

export function flexFunction<Schema extends z.ZodTypeAny>(compose: Compose, door: FlexDoor<Schema>): Handler {
  return handler(compose, { ...door, callerWaitsMs: CALLER_WAITS_MS }, async (composed, event, environment) => {
    const request = parse(door.request, event);
    const { ports, tokens: known } = composed;
    const { nowMs, timeout } = ports.clock;
    const { caller, mayReadMeanwhile } = verifyToken(event.Token, { environment, known, timeout, nowMs });
    if (!mayReadMeanwhile) await caller;
    return door.run(ports, request, caller);
  });
}

/** A Function for whom neither Twilio nor Flex vouches: what is sent has to prove itself, before anything is asked. */
export function openFunction<Schema extends z.ZodTypeAny>(compose: Compose, door: WebhookDoor<Schema>): Handler {
  return handler(compose, { ...door, callerWaitsMs: CALLER_WAITS_MS }, ({ ports }, event) =>
    door.run(ports, parse(door.request, event)),
  );
}

export function webhookFunction<Schema extends z.ZodTypeAny>(compose: Compose, door: WebhookDoor<Schema>): Handler {
  return handler(compose, { ...door, callerWaitsMs: WEBHOOK_WAITS_MS }, ({ ports }, event) =>
    door.run(ports, parse(door.request, event)),
  );
}

function parse<Schema extends z.ZodTypeAny>(schema: Schema, event: FunctionEvent): z.infer<Schema> {
  const parsed = schema.safeParse(event);
  if (!parsed.success) throw new ParkingError('invalid-request', { cause: parsed.error });
  return parsed.data;
}

type Run = (composed: Composed, event: FunctionEvent, environment: Environment) => Promise<object>;

function handler(
  compose: Compose,
  { name, callerWaitsMs }: { name: string; callerWaitsMs: number },
  run: Run,
): Handler {
  return async (context, event, callback) => {
    const environment = readEnvironment(context);
    if (!environment.ok) {
      // The answer goes to strangers, the log to admins.
      logWithoutComposition(name, 'configuration-invalid', `missing or malformed: ${environment.names.join(', ')}`);
      return callback(null, errorResponse('configuration-invalid'));
    }
    const invocation = { context, environment: environment.value, functionName: name, callerWaitsMs };
    callback(null, await answerOf(compose, invocation, (composed) => run(composed, event, environment.value)));
  };
}

/** A Function that cannot even be composed answers all the same: a caller must never wait for the time limit. */
async function answerOf(
  compose: Compose,
  invocation: Invocation,
  run: (composed: Composed) => Promise<object>,
): Promise<FunctionResponse> {
  try {
    const composed = compose(invocation);
    const response = await respond(composed.ports.log, () => run(composed));
    await composed.allWritesEnded();
    return response;
  } catch (error) {
    logWithoutComposition(invocation.functionName, 'internal-error', causeOf(error));
    return errorResponse('internal-error');
  }
}

async function respond(log: Log, run: () => Promise<object>): Promise<FunctionResponse> {
  try {
    const answer = await run();
    log('answer', 'status' in answer ? String(answer.status) : 'ok');
    return jsonResponse(200, answer);
  } catch (error) {
    const code = codeOf(error);
    log('answer', code, { cause: causeOf(error) });
    return errorResponse(code, error instanceof ParkingError ? error.names : undefined);
  }
}

/** Enough to find a defect, without anything a customer wrote: the kind of error, not its data. */
function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const cause = error.cause instanceof Error ? ` < ${error.cause.name}: ${error.cause.message.slice(0, 200)}` : '';
  return `${error.name}: ${error.message.slice(0, 200)}${cause}`;
}
