import type { FlexToken } from '../../services/iam/entities';
import type { World } from '../../account/world';
import { fieldsOf, textField, type BrowserRequest } from '../../kernel/browser/exchange';

/** Whose request it is: the token decides, and whoever has none is nobody. */
export function viewerOf(world: World, request: BrowserRequest): FlexToken | undefined {
  if (request.session) return request.session.viewer;
  const token = tokenOf(request);
  return token === undefined ? undefined : world.iam.findToken(token);
}

/** Each SDK sends its token in a place of its own. */
export function tokenOf(request: BrowserRequest): string | undefined {
  return (
    basicPassword(request.headers['authorization']) ??
    request.headers['x-flex-jwe'] ??
    request.headers['x-twilio-token'] ??
    bodyToken(request)
  );
}

/** `Basic base64(token:TOKEN)`; the Flex SDK adds a stray `)` at the end. */
function basicPassword(header: string | undefined): string | undefined {
  if (!header?.startsWith('Basic ')) return undefined;
  const text = Buffer.from(header.slice('Basic '.length).replace(/\)$/, ''), 'base64').toString('utf8');
  return text.startsWith('token:') ? text.slice('token:'.length).replace(/\)$/, '') : undefined;
}

function bodyToken(request: BrowserRequest): string | undefined {
  if (request.method !== 'POST' || request.headers['content-type']?.startsWith('multipart/')) return undefined;
  const fields = fieldsOf(request);
  return textField(fields['token']) ?? textField(fields['Token']);
}
