import { kindOf, Refused, type Call, type Reply, type Sighting, type Steps } from './steps';

/** What a run needs of the world. */
export interface Edge {
  /** Rejects when no answer came. */
  request(call: Call): Promise<{ status: number; body: unknown }>;
  clock: {
    nowMs(): number;
    stopwatchMs(): number;
    /** Ends early, without an error, when the run is interrupted. */
    sleep(ms: number, signal: AbortSignal): Promise<void>;
  };
  signal: AbortSignal;
}

export interface Told {
  saw(sighting: Sighting): void;
  timed(kind: string, durationMs: number): void;
}

/** Somebody pressed Ctrl-C. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
}

const TRIES = 4;
/** Doubled at every further try: twilio.com/docs/usage/api#rate-limiting */
const FIRST_PAUSE_MS = 1_000;

const isTransient = (status: number): boolean => status === 0 || status === 429 || status >= 500;

/** Does what the steps say, one after the other, and gives them the replies. */
export async function follow<Result>(steps: Steps<Result>, edge: Edge, told: Told): Promise<Result> {
  let next = steps.next(await reply(edge, told, undefined));
  while (!next.done) {
    if (edge.signal.aborted) throw new Interrupted('interrupted');
    const step = next.value;
    switch (step.kind) {
      case 'call':
        next = steps.next(await reply(edge, told, step.call));
        break;
      case 'wait':
        await edge.clock.sleep(step.ms, edge.signal);
        next = steps.next(await reply(edge, told, undefined));
        break;
      case 'saw':
        told.saw(step.sighting);
        next = steps.next(await reply(edge, told, undefined));
        break;
    }
  }
  return next.value;
}

/** The answer to a call, after as many tries as it takes; without a call, only the time. */
async function reply(edge: Edge, told: Told, call: Call | undefined): Promise<Reply> {
  const { clock, signal } = edge;
  const nothing = { status: 0, body: null, code: undefined };
  if (call === undefined) return { ...nothing, tries: 0, atMs: clock.nowMs() };
  let answer: Pick<Reply, 'status' | 'body' | 'code'> = nothing;
  for (let tries = 1; ; tries += 1) {
    const startedMs = clock.stopwatchMs();
    answer = await ask(edge, call);
    if (answer.status !== 0) told.timed(kindOf(call), clock.stopwatchMs() - startedMs);
    if (!isTransient(answer.status) || tries === TRIES) return { ...answer, tries, atMs: clock.nowMs() };
    await clock.sleep(FIRST_PAUSE_MS * 2 ** (tries - 1), signal);
    if (signal.aborted) throw new Interrupted('interrupted');
  }
}

async function ask(edge: Edge, call: Call): Promise<Pick<Reply, 'status' | 'body' | 'code'>> {
  try {
    const { status, body } = await edge.request(call);
    return { status, body, code: codeOf(body) };
  } catch {
    return { status: 0, body: null, code: undefined };
  }
}

function codeOf(body: unknown): number | undefined {
  const code: unknown = Object(body).code;
  return typeof code === 'number' ? code : undefined;
}

/** Why a group of questions ended early, in words; undefined where it did not. Anything else is thrown on. */
export async function reasonOf(run: () => Promise<unknown>): Promise<string | undefined> {
  try {
    await run();
    return undefined;
  } catch (error) {
    if (error instanceof Refused) return error.message;
    throw error;
  }
}
