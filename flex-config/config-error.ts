export type ConfigErrorCode =
  | 'environment-missing'
  | 'file-unreadable'
  | 'json-broken'
  | 'not-an-object'
  | 'block-missing'
  | 'variable-missing'
  | 'variable-malformed'
  | 'access-denied'
  | 'account-unreachable'
  | 'setting-refused'
  | 'configuration-changed'
  | 'not-confirmed';

/** Something that stops a command. The message is one line that a person can act on. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';

  constructor(
    readonly code: ConfigErrorCode,
    message: string,
    options?: { cause: unknown },
  ) {
    super(message, options);
  }
}
