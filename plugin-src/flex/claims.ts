/** Undefined when another tab of this browser has it. */
export type Claim = (name: string) => Promise<(() => void) | undefined>;

/**
 * What only one tab of this browser does at a time; a tab that is closed lets go of it. Where the browser has no locks,
 * every tab gets what it asks for. Source: the Web Locks API, w3.org/TR/web-locks
 */
export function createClaim(locks: LockManager | undefined): Claim {
  return (name) => {
    if (!locks) return Promise.resolve(() => undefined);
    return new Promise((resolve) => {
      const held = (lock: Lock | null) => {
        if (!lock) return resolve(undefined);
        return new Promise<void>((release) => resolve(release));
      };
      locks.request(name, { ifAvailable: true }, held).catch(() => resolve(() => undefined));
    });
  };
}
