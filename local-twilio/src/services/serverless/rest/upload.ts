import type { TwilioRequest } from '../../../kernel/calls';
import { invalidParameter } from '../../../kernel/errors';
import { created } from '../../../kernel/rest/request';
import type { RestAnswer } from '../../../kernel/rest/request';
import type { ServerlessAccount } from '../account';
import type { ResourceKind, Visibility } from '../entities';
import { readMultipart } from './multipart';
import { versionWire } from './answers';

const HOST = 'serverless-upload.twilio.com';
const PATH = /^\/v1\/Services\/([^/]+)\/(Functions|Assets)\/([^/]+)\/Versions$/;
const VISIBILITIES: readonly Visibility[] = ['public', 'protected', 'private'];

/**
 * Uploading a file is on a host of its own, takes a multipart form, and is in no OpenAPI file.
 * https://www.twilio.com/docs/serverless/api/resource/function-version
 */
export function uploadVersion(
  account: ServerlessAccount,
  request: TwilioRequest,
): { readonly operationId: string; run(): RestAnswer } | undefined {
  const [, service, segment, resourceSid] = PATH.exec(request.path) ?? [];
  if (request.host !== HOST || request.method !== 'POST' || !service || !resourceSid) return undefined;
  const kind: ResourceKind = segment === 'Assets' ? 'assets' : 'functions';
  return {
    operationId: kind === 'assets' ? 'CreateAssetVersion' : 'CreateFunctionVersion',
    run: () => {
      const { serverless, accountSid } = account;
      const { Path: path, Visibility: asked, Content: content } = readMultipart(request);
      const visibility = VISIBILITIES.find((known) => known === asked);
      if (path === undefined || content === undefined) throw invalidParameter('Path and Content are required');
      if (!visibility) throw invalidParameter('Visibility must be public, protected or private');
      const version = serverless.addVersion(service, { kind, resourceSid }, { path, visibility, content });
      return created(versionWire({ accountSid, serviceSid: serverless.service(service).sid }, kind, version));
    },
  };
}
