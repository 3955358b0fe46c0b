import type { ServerlessState } from './state';
import type {
  Build,
  Deployment,
  Environment,
  LiveEnvironment,
  Resource,
  ResourceKind,
  ServerlessService,
  Variable,
  Version,
} from './entities';

export interface NewService {
  readonly uniqueName: string;
  readonly friendlyName: string;
  readonly includeCredentials: boolean;
  readonly uiEditable: boolean;
}

export type NewVersion = Pick<Version, 'path' | 'visibility' | 'content' | 'encoding'>;

export interface NewBuild {
  readonly functionVersions: readonly string[];
  readonly assetVersions: readonly string[];
  readonly dependencies: readonly unknown[];
  readonly runtime: string;
}

/** Rules of Functions and Assets (twilio.com/docs/serverless/api). Commands throw a TwilioError when Twilio would refuse. */
export interface Serverless {
  /** All that there is, live: what a state file keeps. */
  state(): ServerlessState;
  services(): readonly ServerlessService[];
  /** By SID or unique name. */
  service(name: string): ServerlessService;
  createService(input: NewService): ServerlessService;
  updateService(name: string, changes: Partial<NewService>): ServerlessService;
  removeService(name: string): void;
  resource(service: string, kind: ResourceKind, sid: string): Resource;
  createResource(service: string, kind: ResourceKind, friendlyName: string): Resource;
  removeResource(service: string, kind: ResourceKind, sid: string): void;
  addVersion(service: string, at: { kind: ResourceKind; resourceSid: string }, input: NewVersion): Version;
  build(service: string, sid: string): Build;
  createBuild(service: string, input: NewBuild): Build;
  removeBuild(service: string, sid: string): void;
  environment(service: string, sid: string): Environment;
  createEnvironment(service: string, input: { uniqueName: string; domainSuffix: string | null }): Environment;
  removeEnvironment(service: string, sid: string): void;
  /** Makes a Build the one that the environment's domain serves; null takes it away. */
  deploy(service: string, environment: string, buildSid: string | null): Deployment;
  setVariable(environment: Environment, input: { sid?: string; key: string; value: string }): Variable;
  removeVariable(environment: Environment, sid: string): void;
  /** What that domain serves, or undefined. */
  live(domainName: string): LiveEnvironment | undefined;
  liveDomains(): readonly string[];
}
