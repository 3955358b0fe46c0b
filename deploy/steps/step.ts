import type { JsonObject } from '../../flex-config/merge';
import type { Account } from '../account/account';
import type { Product } from '../product';
import type { AccountState } from '../state';
import type { TakeOver } from './other-environment';

/** What a deployment is asked for. */
export interface Wanted {
  env: string;
  product: Product;
  /** The environment's files, merged. */
  settings: JsonObject;
  /** Whether desktops are to load the plugin now. */
  release: boolean;
  /** Whether the workspace's event callback is to be set. */
  eventCallback: boolean;
}

/** What a step would do. Pure: the same state gives the same plan. */
export interface StepPlan {
  /** One line each; none: there is nothing to do. */
  changes: string[];
  /** What another environment of ours in this account has now, and loses; asked for by itself. */
  takesOver?: TakeOver[];
  /** What the person should know, and can do about it. */
  notes?: string[];
  /** Why nothing at all may be written. */
  refused?: string;
}

export interface Step {
  title: string;
  plan(state: AccountState, wanted: Wanted): StepPlan;
  /** Does what the plan says and returns the account as it is then. */
  apply(account: Account, state: AccountState, wanted: Wanted): Promise<AccountState>;
}

/** Domain of the Functions, or undefined before they are there for the first time. */
export function domainOf({ functions }: AccountState): string | undefined {
  return functions?.environment?.domainName;
}

/** What stands in a plan for the address that Twilio will choose. */
export const DOMAIN_TO_COME = 'the-domain-that-twilio-will-give.twil.io';
