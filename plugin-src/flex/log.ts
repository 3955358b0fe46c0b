/** The browser's console is the only log a plugin has. `cause` is for developers. */
export function logError(message: string, cause?: unknown): void {
  console.error(`park-interaction: ${message}`, ...(cause === undefined ? [] : [cause]));
}
