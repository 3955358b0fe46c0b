import { z } from 'zod';
import { jsonOrUndefined } from '../../../kernel/json';

/**
 * A twilsock v3 frame: `TWILSOCK V3.0 <header bytes>`, CRLF, a JSON header, CRLF, a payload.
 * Learned from the open source clients (the `twilsock` package); Twilio does not document it.
 */
export interface TwilsockFrame {
  readonly header: TwilsockHeader;
  readonly payload: string;
}

const headerShape = z
  .object({ method: z.string(), id: z.string().default(''), payload_size: z.number().int().nonnegative().optional() })
  .passthrough();

export type TwilsockHeader = z.infer<typeof headerShape>;

export interface OutgoingHeader {
  readonly method: string;
  readonly id: string;
  readonly [field: string]: unknown;
}

const CRLF = '\r\n';

export function encodeFrame(header: OutgoingHeader, payload = ''): Buffer {
  const body = Buffer.from(payload, 'utf8');
  const described = body.length
    ? { ...header, payload_size: body.length, payload_type: 'application/json' }
    : { ...header, payload_size: 0 };
  const head = Buffer.from(JSON.stringify(described), 'utf8');
  return Buffer.concat([Buffer.from(`TWILSOCK V3.0 ${head.length}${CRLF}`), head, Buffer.from(CRLF), body]);
}

/** Undefined for anything that is not a whole frame. */
export function decodeFrame(bytes: Buffer): TwilsockFrame | undefined {
  const lineEnd = bytes.indexOf(CRLF);
  if (lineEnd < 0) return undefined;
  const size = /^TWILSOCK V3\.\d+ (\d+)$/.exec(bytes.subarray(0, lineEnd).toString('latin1'));
  if (!size) return undefined;
  const headEnd = lineEnd + CRLF.length + Number(size[1]);
  const header = parseHeader(bytes.subarray(lineEnd + CRLF.length, headEnd).toString('utf8'));
  if (!header || bytes.length < headEnd) return undefined;
  const payloadStart = headEnd + CRLF.length;
  const payload = bytes.subarray(payloadStart, payloadStart + (header.payload_size ?? 0)).toString('utf8');
  return { header, payload };
}

function parseHeader(text: string): TwilsockHeader | undefined {
  const parsed = headerShape.safeParse(jsonOrUndefined(text));
  return parsed.success ? parsed.data : undefined;
}
