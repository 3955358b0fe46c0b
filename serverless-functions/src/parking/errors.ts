import { ERRORS, type ErrorCode } from '../contract/error-codes';

/** An operation that is refused or failed, with the code that the caller gets. */
export class ParkingError extends Error {
  override name = 'ParkingError';

  constructor(
    readonly code: ErrorCode,
    private readonly options: { cause?: unknown; names?: readonly string[] } = {},
  ) {
    super(ERRORS[code].message, options);
  }

  /** What it is about, for the caller. */
  get names(): readonly string[] | undefined {
    return this.options.names;
  }
}

/**
 * A Twilio call that did not succeed, as the adapters report it.
 * `refused`: Twilio answered no (4xx), nothing changed. `rate-limited` (429) and `unavailable` (503, not connected):
 * nothing changed and a later try may work. `unknown`: no answer came; the call may have taken effect or still will.
 */
export class TwilioFailure extends Error {
  override name = 'TwilioFailure';

  constructor(
    readonly kind: 'refused' | 'rate-limited' | 'unavailable' | 'unknown',
    readonly details: { status?: number; twilioCode?: number; cause?: unknown } = {},
  ) {
    super(`Twilio: ${kind}${details.twilioCode ? ` (${details.twilioCode})` : ''}`, { cause: details.cause });
  }
}

export function isUnknown(error: unknown): boolean {
  return error instanceof TwilioFailure && error.kind === 'unknown';
}

/** The code for an operation in which nothing was changed. */
export function codeOf(error: unknown): ErrorCode {
  if (error instanceof ParkingError) return error.code;
  if (!(error instanceof TwilioFailure)) return 'internal-error';
  switch (error.kind) {
    case 'rate-limited':
      return 'rate-limited';
    case 'unavailable':
    case 'unknown':
      return 'twilio-unavailable';
    case 'refused':
      return 'internal-error';
  }
}
