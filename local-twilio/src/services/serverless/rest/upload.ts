import { isUtf8 } from 'node:buffer';
import type { TwilioRequest } from '../../../kernel/calls';
import { invalidParameter } from '../../../kernel/errors';
import { readMultipart } from '../../../kernel/multipart';
import { created } from '../../../kernel/rest/request';
import type { OperationWithoutSpec } from '../../../kernel/service';
import type { ServerlessAccount } from '../account';
import type { ResourceKind, Version, Visibility } from '../entities';
import { versionAnswer } from './answers';

const HOST = 'serverless-upload.twilio.com';
const PATH = /^\/v1\/Services\/([^/]+)\/(Functions|Assets)\/([^/]+)\/Versions$/;
const VISIBILITIES: readonly Visibility[] = ['public', 'protected', 'private'];

/**
 * Uploading a file is on a host of its own, takes a multipart form, and is in no OpenAPI file.
 * https://www.twilio.com/docs/serverless/api/resource/function-version
 */
export function uploadVersion(account: ServerlessAccount, request: TwilioRequest): OperationWithoutSpec | undefined {
  const [, service, segment, resourceSid] = PATH.exec(request.path) ?? [];
  if (request.host !== HOST || request.method !== 'POST' || !service || !resourceSid) return undefined;
  const kind: ResourceKind = segment === 'Assets' ? 'assets' : 'functions';
  return {
    operationId: kind === 'assets' ? 'CreateAssetVersion' : 'CreateFunctionVersion',
    run: async () => {
      const { serverless, accountSid } = account;
      const parts = await readMultipart(request.headers['content-type'], request.bytes ?? Buffer.from(request.body));
      const part = (name: string) => parts.find((one) => one.name === name)?.bytes;
      const path = part('Path')?.toString();
      const content = part('Content');
      const visibility = VISIBILITIES.find((known) => known === part('Visibility')?.toString());
      if (path === undefined || content === undefined) throw invalidParameter('Path and Content are required');
      if (!visibility) throw invalidParameter('Visibility must be public, protected or private');
      const version = serverless.addVersion(service, { kind, resourceSid }, { path, visibility, ...inState(content) });
      return created(versionAnswer({ accountSid, serviceSid: serverless.service(service).sid }, kind, version));
    },
  };
}

/** State files are JSON and meant to be read: text stays text. */
function inState(content: Buffer): Pick<Version, 'content' | 'encoding'> {
  const encoding = isUtf8(content) ? 'utf8' : 'base64';
  return { content: content.toString(encoding), encoding };
}
