import type { AccountsState } from './state';

/** The one account that there is. */
export interface Accounts {
  /** Live: what a state file keeps. */
  state(): AccountsState;
  rename(friendlyName: string): void;
}
