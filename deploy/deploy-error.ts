export type DeployErrorCode =
  | 'not-built'
  | 'check-failed'
  | 'build-failed'
  | 'access-denied'
  | 'no-flex'
  | 'twilio-refused'
  | 'twilio-unreachable'
  | 'plan-refused';

/** Something that stops a command. The message is one line that a person can act on. */
export class DeployError extends Error {
  override readonly name = 'DeployError';

  constructor(
    readonly code: DeployErrorCode,
    message: string,
    options?: { cause: unknown },
  ) {
    super(message, options);
  }
}
