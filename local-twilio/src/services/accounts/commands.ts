import type { ApiKey } from './entities';
import type { AccountsState } from './state';

/** The one account that there is. */
export interface Accounts {
  /** Live: what a state file keeps. */
  state(): AccountsState;
  rename(friendlyName: string): void;
  keys(): readonly ApiKey[];
  /** Throws 404 / 20404 if there is none. */
  key(sid: string): ApiKey;
  keySecret(sid: string): string | undefined;
  createKey(friendlyName: string): ApiKey;
  renameKey(sid: string, friendlyName: string): ApiKey;
  removeKey(sid: string): void;
}
