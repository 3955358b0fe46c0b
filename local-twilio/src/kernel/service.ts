import type { FlexFeature } from './browser/features';
import type { Notices } from './browser/notice';
import type { PluginList } from './browser/plugin-list';
import type { Pushes } from './browser/push';
import type { BrowserRoute } from './browser/router';
import type { SyncChanges } from './browser/sync/changes';
import type { SyncJournal } from './browser/sync/journal';
import type { SyncSource } from './browser/sync/objects';
import type { TunnelRoute } from './browser/tunnel-route';
import type { Happening } from './bus';
import type { TwilioRequest } from './calls';
import type { Context } from './context';
import type { CountedOperation } from './rates';
import type { Missing } from './rest/coverage';
import type { Reads } from './rest/reads';
import { closedOver, type HandlersOf, type RestAnswer, type RestHandlers } from './rest/request';
import type { Shape } from './shapes';
import type { Sid } from './sids';

/** What an account is set up with before anything happens in it. */
export interface SetUp {
  /** Flex has one chat service. */
  readonly chatServiceSid: Sid<'IS'>;
  /** Where new customers go. */
  readonly workflowSid: string;
  /** The numbers that customers write to. */
  readonly proxies: { readonly sms: string; readonly whatsapp: string };
}

export interface Building<E extends Happening, Needs, State> {
  readonly context: Context<E>;
  /** The services that come before it in the registry. */
  readonly needs: Needs;
  /** Its part of the account, to be kept and changed in place. */
  readonly state: State;
  readonly setUp: SetUp;
}

/** The operations of a service on one host that an OpenAPI file describes. */
export interface RestProduct<Account> {
  readonly host: `${string}.twilio.com`;
  /** Twilio's OpenAPI file, such as sync_v1. */
  readonly spec: string;
  /** The code of a field that has to hold JSON and does not; 20001 where no page names another. */
  readonly notJson?: number;
  readonly operationIds: readonly string[];
  /** By operationId. */
  readonly reads: Readonly<Record<string, Reads>>;
  readonly missing: Missing;
  handlersFor(account: Account): RestHandlers;
  /** Throws 429 when a call is one too many. */
  enforceRates(account: Account, call: CountedOperation): void;
}

interface Operations<Account> extends Pick<RestProduct<Account>, 'host' | 'spec' | 'notJson'> {
  readonly operations: HandlersOf<Account>;
  readonly missing?: Missing;
  readonly enforceRates?: (account: Account, call: CountedOperation) => void;
}

export const restProduct = <Account>({
  host,
  spec,
  notJson,
  operations,
  missing = {},
  enforceRates = () => undefined,
}: Operations<Account>): RestProduct<Account> => ({
  host,
  spec,
  notJson,
  missing,
  operationIds: Object.keys(operations),
  reads: Object.fromEntries(Object.entries(operations).map(([operationId, { reads = [] }]) => [operationId, reads])),
  handlersFor: (account) => closedOver(account, operations),
  enforceRates,
});

export interface OperationWithoutSpec {
  readonly operationId: string;
  run(): RestAnswer | Promise<RestAnswer>;
}

export interface BrowserSide<Account> {
  readonly account: Account;
  readonly journal: SyncJournal;
  /** The Sync objects of all services. */
  readonly source: SyncSource;
  readonly plugins: PluginList;
  readonly features: readonly FlexFeature[];
}

/** What browsers get of a service; each part is for one kind of listener. */
export interface BrowserParts {
  /** HTTP, also inside twilsock. */
  readonly routes?: readonly BrowserRoute[];
  /** REST by way of the event bridge. */
  readonly tunnel?: readonly TunnelRoute[];
  /** To the pages of some workers, by the event bridge. */
  readonly pushes?: Pushes<Happening>;
  /** Sync objects that it has or makes up. */
  readonly source?: SyncSource;
  /** To whoever follows a Sync object. */
  readonly changes?: SyncChanges<Happening>;
  /** To the connections of one SDK. */
  readonly notices?: Notices<Happening>;
}

/** One service of Twilio, as the account knows it. */
export interface Service<
  Name extends string,
  Own,
  E extends Happening,
  Needs,
  StateName extends string,
  State,
  Account,
> {
  /** What it is called in the account. */
  readonly name: Name;
  /** What is kept of it in state files, and under which name. */
  readonly state: { readonly name: StateName; readonly shape: Shape<State> };
  create(building: Building<E, Needs, State>): Own;
  stateOf(own: Own): State;
  readonly rest?: readonly RestProduct<Account>[];
  /** For endpoints that no OpenAPI file describes. */
  withoutSpec?(account: Account, request: TwilioRequest): OperationWithoutSpec | undefined;
  browser?(side: BrowserSide<Account>): BrowserParts;
}

/** Checks a service's parts against each other. It is served as soon as it is in account/registry.ts. */
export const defineService = <
  Name extends string,
  Own,
  E extends Happening,
  Needs,
  StateName extends string,
  State,
  Account,
>(
  service: Service<Name, Own, E, Needs, StateName, State, Account>,
): Service<Name, Own, E, Needs, StateName, State, Account> => service;
