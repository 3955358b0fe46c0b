import { iso } from '../../../kernel/rest/times';
import type {
  Build,
  Deployment,
  Environment,
  Resource,
  ResourceKind,
  ServerlessService,
  Variable,
  Version,
} from '../entities';

const root = 'https://serverless.twilio.com/v1/Services';
const pathOf = { functions: 'Functions', assets: 'Assets' } as const;

/** What every answer begins with. */
export interface Owner {
  readonly accountSid: string;
  readonly serviceSid: string;
}

const owned = ({ accountSid, serviceSid }: Owner) => ({ account_sid: accountSid, service_sid: serviceSid });
const dates = ({ createdAtMs, updatedAtMs }: { createdAtMs: number; updatedAtMs?: number }) => ({
  date_created: iso(createdAtMs),
  date_updated: iso(updatedAtMs ?? createdAtMs),
});

export function serviceAnswer(accountSid: string, service: ServerlessService): unknown {
  const url = `${root}/${service.sid}`;
  return {
    sid: service.sid,
    account_sid: accountSid,
    friendly_name: service.friendlyName,
    unique_name: service.uniqueName,
    include_credentials: service.includeCredentials,
    ui_editable: service.uiEditable,
    domain_base: service.domainBase,
    ...dates(service),
    url,
    links: {
      environments: `${url}/Environments`,
      functions: `${url}/Functions`,
      assets: `${url}/Assets`,
      builds: `${url}/Builds`,
    },
  };
}

export function resourceAnswer(owner: Owner, kind: ResourceKind, resource: Resource): unknown {
  const url = `${root}/${owner.serviceSid}/${pathOf[kind]}/${resource.sid}`;
  const links = kind === 'functions' ? { function_versions: `${url}/Versions` } : { asset_versions: `${url}/Versions` };
  return {
    sid: resource.sid,
    ...owned(owner),
    friendly_name: resource.friendlyName,
    ...dates(resource),
    url,
    links,
  };
}

export function versionAnswer(owner: Owner, kind: ResourceKind, version: Version): object {
  const url = `${root}/${owner.serviceSid}/${pathOf[kind]}/${version.resourceSid}/Versions/${version.sid}`;
  return {
    sid: version.sid,
    ...owned(owner),
    [kind === 'functions' ? 'function_sid' : 'asset_sid']: version.resourceSid,
    path: version.path,
    visibility: version.visibility,
    date_created: iso(version.createdAtMs),
    url,
    ...(kind === 'functions' && { links: { function_version_content: `${url}/Content` } }),
  };
}

export function contentAnswer(owner: Owner, version: Version): unknown {
  const url = `${root}/${owner.serviceSid}/Functions/${version.resourceSid}/Versions/${version.sid}/Content`;
  return { sid: version.sid, ...owned(owner), function_sid: version.resourceSid, content: version.content, url };
}

export function buildAnswer(owner: Owner, build: Build): unknown {
  const url = `${root}/${owner.serviceSid}/Builds/${build.sid}`;
  return {
    sid: build.sid,
    ...owned(owner),
    // Twilio builds for some seconds; here it is done when it is first asked for.
    status: 'completed',
    asset_versions: build.assets.map((version) => versionAnswer(owner, 'assets', version)),
    function_versions: build.functions.map((version) => versionAnswer(owner, 'functions', version)),
    dependencies: build.dependencies,
    runtime: build.runtime,
    ...dates(build),
    url,
    links: { build_status: `${url}/Status` },
  };
}

export function buildStatusAnswer(owner: Owner, build: Build): unknown {
  const url = `${root}/${owner.serviceSid}/Builds/${build.sid}/Status`;
  return { sid: build.sid, ...owned(owner), status: 'completed', url };
}

export function environmentAnswer(owner: Owner, environment: Environment): unknown {
  const url = `${root}/${owner.serviceSid}/Environments/${environment.sid}`;
  return {
    sid: environment.sid,
    ...owned(owner),
    build_sid: environment.buildSid,
    unique_name: environment.uniqueName,
    domain_suffix: environment.domainSuffix,
    domain_name: environment.domainName,
    ...dates(environment),
    url,
    links: { variables: `${url}/Variables`, deployments: `${url}/Deployments`, logs: `${url}/Logs` },
  };
}

export function variableAnswer(owner: Owner, environmentSid: string, variable: Variable): unknown {
  return {
    sid: variable.sid,
    ...owned(owner),
    environment_sid: environmentSid,
    key: variable.key,
    value: variable.value,
    ...dates(variable),
    url: `${root}/${owner.serviceSid}/Environments/${environmentSid}/Variables/${variable.sid}`,
  };
}

export function deploymentAnswer(owner: Owner, environmentSid: string, deployment: Deployment): unknown {
  return {
    sid: deployment.sid,
    ...owned(owner),
    environment_sid: environmentSid,
    build_sid: deployment.buildSid,
    ...dates(deployment),
    url: `${root}/${owner.serviceSid}/Environments/${environmentSid}/Deployments/${deployment.sid}`,
  };
}
