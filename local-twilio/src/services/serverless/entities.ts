import type { Sid } from '../../kernel/sids';

export type Visibility = 'public' | 'protected' | 'private';

/** One uploaded file of a Function or an Asset. */
export interface Version {
  readonly sid: Sid<'ZN'>;
  readonly resourceSid: Sid<'ZH'>;
  /** The path of its URL, such as `/webhooks/reconcile`. */
  readonly path: string;
  readonly visibility: Visibility;
  readonly content: string;
  readonly createdAtMs: number;
}

/** A Function or an Asset: a name with versions. */
export interface Resource {
  readonly sid: Sid<'ZH'>;
  readonly createdAtMs: number;
  friendlyName: string;
  updatedAtMs: number;
  readonly versions: Map<string, Version>;
}

export type ResourceKind = 'functions' | 'assets';

export interface Build {
  readonly sid: Sid<'ZB'>;
  readonly functions: readonly Version[];
  readonly assets: readonly Version[];
  readonly dependencies: readonly unknown[];
  readonly runtime: string;
  readonly createdAtMs: number;
}

export interface Variable {
  readonly sid: Sid<'ZV'>;
  readonly createdAtMs: number;
  key: string;
  value: string;
  updatedAtMs: number;
}

export interface Deployment {
  readonly sid: Sid<'ZD'>;
  readonly buildSid: Sid<'ZB'> | null;
  readonly createdAtMs: number;
}

export interface Environment {
  readonly sid: Sid<'ZE'>;
  readonly serviceSid: Sid<'ZS'>;
  readonly uniqueName: string;
  readonly domainSuffix: string | null;
  readonly domainName: string;
  readonly createdAtMs: number;
  buildSid: Sid<'ZB'> | null;
  updatedAtMs: number;
  readonly variables: Map<string, Variable>;
  readonly deployments: Map<string, Deployment>;
}

export interface ServerlessService {
  readonly sid: Sid<'ZS'>;
  readonly uniqueName: string;
  readonly domainBase: string;
  readonly createdAtMs: number;
  friendlyName: string;
  includeCredentials: boolean;
  uiEditable: boolean;
  updatedAtMs: number;
  readonly functions: Map<string, Resource>;
  readonly assets: Map<string, Resource>;
  readonly builds: Map<string, Build>;
  readonly environments: Map<string, Environment>;
}

/** What a domain serves. */
export interface LiveEnvironment {
  readonly domainName: string;
  readonly functions: readonly Version[];
  readonly assets: readonly Version[];
  /** ACCOUNT_SID and AUTH_TOKEN are among them where the service includes credentials. */
  readonly variables: Readonly<Record<string, string>>;
}
