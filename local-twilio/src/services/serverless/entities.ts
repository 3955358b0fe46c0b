import type { Kept } from '../../kernel/shapes';
import type { build, deployment, environment, resource, service, variable, version } from './state';

/** One uploaded file of a Function or an Asset. */
export type Version = Kept<typeof version>;

export type Visibility = Version['visibility'];

/** A Function or an Asset: a name with versions. */
export type Resource = Kept<typeof resource, 'friendlyName' | 'updatedAtMs'>;

export type ResourceKind = 'functions' | 'assets';

export type Build = Kept<typeof build>;

export type Variable = Kept<typeof variable, 'key' | 'value' | 'updatedAtMs'>;

export type Deployment = Kept<typeof deployment>;

export type Environment = Kept<typeof environment, 'buildSid' | 'updatedAtMs'>;

export type ServerlessService = Kept<
  typeof service,
  'friendlyName' | 'includeCredentials' | 'uiEditable' | 'updatedAtMs'
>;

/** What a domain serves. */
export interface LiveEnvironment {
  readonly domainName: string;
  readonly functions: readonly Version[];
  readonly assets: readonly Version[];
  /** ACCOUNT_SID and AUTH_TOKEN are among them where the service includes credentials. */
  readonly variables: Readonly<Record<string, string>>;
}
