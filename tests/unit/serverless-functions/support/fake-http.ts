import { RequestClient, Twilio } from 'twilio';
import type { RequestClient as Requests } from 'twilio';

/** A request as Twilio would get it. */
export interface Sent {
  method: string;
  host: string;
  path: string;
  query: Record<string, unknown>;
  form: Record<string, unknown>;
  ifMatch: string | undefined;
}

export interface HttpAnswer {
  status: number;
  body?: object;
}

/** A promise holds the answer back. */
export type Answering = (request: Sent) => HttpAnswer | Promise<HttpAnswer>;

/** `lost-answer`: Twilio does it, and the connection breaks before it says so. */
export type HttpFault = 'lost-answer' | 'lost-request' | 'not-connected' | { status: number; code?: number };

type Options = Parameters<Requests['request']>[0];

/** The real SDK on a fake of HTTP. */
export function fakeTwilio(answering: Answering) {
  const sent: Sent[] = [];
  const faults: { method: string; fault: HttpFault }[] = [];
  class FakeHttp extends RequestClient {
    // The SDK's own answer type is generic, which no fake can know.
    override async request(options: Options) {
      const request = sentOf(options);
      sent.push(request);
      const at = faults.findIndex(({ method }) => method === request.method);
      const fault = at < 0 ? undefined : faults.splice(at, 1)[0]?.fault;
      const { status, body } = await (fault ? failing(fault, () => answering(request)) : answering(request));
      return { statusCode: status, body: JSON.parse(JSON.stringify(body ?? {})), headers: {} };
    }
  }
  const client = new Twilio(`AC${'0'.repeat(32)}`, 'secret', { httpClient: new FakeHttp() });
  return {
    client,
    sent,
    /** The next request of this method fails so. */
    fail: (method: string, fault: HttpFault) => void faults.push({ method, fault }),
  };
}

function sentOf({ method, uri, params, data, headers }: Options): Sent {
  const { host, pathname, searchParams } = new URL(uri);
  const query = { ...Object.fromEntries(searchParams), ...fieldsOf(params) };
  const ifMatch: unknown = Object.entries(headers ?? {}).find(([name]) => name === 'If-Match')?.[1];
  const form = fieldsOf(data);
  return {
    method: method.toUpperCase(),
    host,
    path: decodeURIComponent(pathname),
    query,
    form,
    ifMatch: typeof ifMatch === 'string' ? ifMatch : undefined,
  };
}

function fieldsOf(fields: unknown): Record<string, unknown> {
  return typeof fields === 'object' && fields !== null ? { ...fields } : {};
}

function failing(fault: HttpFault, take: () => unknown): HttpAnswer {
  if (typeof fault === 'object') return refusal(fault.status, fault.code ?? 20000);
  if (fault === 'lost-answer') void take();
  const code = fault === 'not-connected' ? 'ECONNREFUSED' : 'ECONNRESET';
  throw Object.assign(new Error(code), { code });
}

/** An error as Twilio words it. */
export function refusal(status: number, code = status === 404 ? 20404 : 20001): HttpAnswer {
  return { status, body: { status, code, message: `refused (${code})`, more_info: '' } };
}
