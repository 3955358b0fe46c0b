import type { z } from 'zod';

import type { Caller } from '../parking/caller';
import { codeOf, ParkingError } from '../parking/errors';
import { errorResponse, jsonResponse } from './answer';
import type { Log } from './log';
import {
  readEnvironment,
  type Environment,
  type FunctionContext,
  type FunctionEvent,
  type FunctionResponse,
  type Handler,
} from './runtime';
import { verifyToken, type TokenCheck } from './verify-token';

/** Conversations waits 5 s for a webhook (twilio.com/docs/conversations/conversations-webhooks). */
const WEBHOOK_WAITS_MS = 4_500;
const BROWSER_WAITS_MS = 8_500;

export interface Invocation {
  context: FunctionContext;
  environment: Environment;
  functionName: string;
  /** How long the caller waits, so that no retry is made for nobody. */
  callerWaitsMs: number;
}

/** What the composition root builds for one invocation, beside the operations themselves. */
export interface Composed {
  log: Log;
  timeout: TokenCheck['timeout'];
}

interface FlexDoor<Operations, Schema extends z.ZodTypeAny> {
  name: string;
  request: Schema;
  run(operations: Operations, request: z.infer<Schema>, caller: Promise<Caller>): Promise<object>;
}

interface WebhookDoor<Operations, Schema extends z.ZodTypeAny> {
  name: string;
  request: Schema;
  run(operations: Operations, request: z.infer<Schema>): Promise<object>;
}

type Compose<Operations> = (invocation: Invocation) => Operations;

/** A Function that the plugin calls: public, with a Flex token that is checked beside the first reads. */
export function flexFunction<Operations extends Composed, Schema extends z.ZodTypeAny>(
  compose: Compose<Operations>,
  door: FlexDoor<Operations, Schema>,
): Handler {
  return handler(
    compose,
    { name: door.name, callerWaitsMs: BROWSER_WAITS_MS },
    ({ event, operations, environment }) => {
      const request = parse(door.request, event);
      const caller = verifyToken(event.Token, { environment, timeout: operations.timeout });
      // A use case that fails before it awaits the caller must not leave an unhandled rejection.
      caller.catch(() => undefined);
      return door.run(operations, request, caller);
    },
  );
}

/** A Function that Twilio calls: `.protected`, so the runtime has checked X-Twilio-Signature. */
export function webhookFunction<Operations extends Composed, Schema extends z.ZodTypeAny>(
  compose: Compose<Operations>,
  door: WebhookDoor<Operations, Schema>,
): Handler {
  return handler(compose, { name: door.name, callerWaitsMs: WEBHOOK_WAITS_MS }, ({ event, operations }) =>
    door.run(operations, parse(door.request, event)),
  );
}

function parse<Schema extends z.ZodTypeAny>(schema: Schema, event: FunctionEvent): z.infer<Schema> {
  const parsed = schema.safeParse(event);
  if (!parsed.success) throw new ParkingError('invalid-request', { cause: parsed.error });
  return parsed.data;
}

interface Invoked<Operations> {
  event: FunctionEvent;
  operations: Operations;
  environment: Environment;
}

function handler<Operations extends Composed>(
  compose: Compose<Operations>,
  { name, callerWaitsMs }: { name: string; callerWaitsMs: number },
  run: (invoked: Invoked<Operations>) => Promise<object>,
): Handler {
  return async (context, event, callback) => {
    const environment = readEnvironment(context);
    if (!environment.ok) return callback(null, errorResponse('configuration-invalid'));
    const invocation = { context, environment: environment.value, functionName: name, callerWaitsMs };
    callback(null, await invoke(() => compose(invocation), { event, environment: environment.value, run }));
  };
}

interface Asked<Operations> {
  event: FunctionEvent;
  environment: Environment;
  run: (invoked: Invoked<Operations>) => Promise<object>;
}

/** A Function that cannot even be composed answers all the same: a caller must never wait for the time limit. */
async function invoke<Operations extends Composed>(
  compose: () => Operations,
  { event, environment, run }: Asked<Operations>,
): Promise<FunctionResponse> {
  try {
    const operations = compose();
    return await respond(operations.log, () => run({ event, operations, environment }));
  } catch {
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
    return errorResponse(code);
  }
}

/** Enough to find a defect, without anything a customer wrote: the kind of error, not its data. */
function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const cause = error.cause instanceof Error ? ` < ${error.cause.name}: ${error.cause.message.slice(0, 200)}` : '';
  return `${error.name}: ${error.message.slice(0, 200)}${cause}`;
}
