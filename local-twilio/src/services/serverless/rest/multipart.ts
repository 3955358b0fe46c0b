import type { TwilioRequest } from '../../../kernel/calls';
import { invalidParameter } from '../../../kernel/errors';

const NAME = /name="([^"]+)"/i;

/** The fields of a multipart form (RFC 7578), files as text. */
export function readMultipart({ headers, body }: Pick<TwilioRequest, 'headers' | 'body'>): Record<string, string> {
  const boundary = /^multipart\/form-data;.*boundary="?([^";]+)"?/i.exec(headers['content-type'] ?? '')?.[1];
  if (!boundary) throw invalidParameter('The body must be a multipart form');
  const parts = `\r\n${body}`.split(`\r\n--${boundary}`).slice(1, -1);
  return Object.fromEntries(
    parts.flatMap((part): [string, string][] => {
      const end = part.indexOf('\r\n\r\n');
      const name = NAME.exec(part.slice(0, end))?.[1];
      return end < 0 || name === undefined ? [] : [[name, part.slice(end + 4)]];
    }),
  );
}
