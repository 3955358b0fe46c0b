export type StateErrorCode =
  | 'state-unreadable'
  | 'state-not-json'
  | 'state-not-ours'
  | 'state-version'
  | 'state-invalid'
  | 'state-unwritable';

/** A seed or state file that cannot be used. */
export class StateError extends Error {
  readonly code: StateErrorCode;

  // eslint-disable-next-line @typescript-eslint/max-params -- as Error: the cause comes last
  constructor(code: StateErrorCode, file: string, why: string, options?: ErrorOptions) {
    super(`${file} cannot be used: ${why}. [${code}]`, options);
    this.name = 'StateError';
    this.code = code;
  }
}
