import { TwilioFailure } from '../../../../serverless-functions/src/parking/errors';

/** `lost-answer`: it took effect, and nobody was told. `lost-request`: nothing happened, and nobody was told. */
export type Fault = 'refused' | 'not-found' | 'rate-limited' | 'unavailable' | 'lost-answer' | 'lost-request';

const READS =
  /fetch|read|participants|newestMessages|readMessages|invites$|list$|find|peek|status|hasFailed|queueOf|standard|replacementOf|current|pages/;

export interface Faults {
  /** The next calls of this name fail so; after that they work again. */
  fail(call: string, fault: Fault, times?: number): void;
  /** Runs just before the next call of this name: what somebody else does meanwhile. */
  before(call: string, run: () => unknown): void;
  /** Every call so far, by name. */
  readonly calls: string[];
  hadLostAnswers(): boolean;
  /** A new invocation starts. */
  forgetLostAnswers(): void;
  via<T>(call: string, run: () => T): Promise<T>;
}

export function createFaults(): Faults {
  const planned = new Map<string, Fault[]>();
  const meanwhile = new Map<string, () => unknown>();
  const calls: string[] = [];
  let lost = false;
  return {
    calls,
    fail(call, fault, times = 1) {
      planned.set(
        call,
        Array.from({ length: times }, () => fault),
      );
    },
    before(call, run) {
      meanwhile.set(call, run);
    },
    hadLostAnswers: () => lost,
    forgetLostAnswers() {
      lost = false;
    },
    async via(call, run) {
      calls.push(call);
      const others = meanwhile.get(call);
      meanwhile.delete(call);
      await others?.();
      const fault = planned.get(call)?.shift();
      if (!fault) return run();
      if (fault === 'lost-answer') run();
      if (fault.startsWith('lost') && !READS.test(call)) lost = true;
      throw failureOf(fault);
    },
  };
}

function failureOf(fault: Fault): TwilioFailure {
  switch (fault) {
    case 'refused':
      return new TwilioFailure('refused', { status: 400 });
    case 'not-found':
      return new TwilioFailure('refused', { status: 404 });
    case 'rate-limited':
    case 'unavailable':
      return new TwilioFailure(fault);
    case 'lost-answer':
    case 'lost-request':
      return new TwilioFailure('unknown');
  }
}
