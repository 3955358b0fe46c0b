export type FormAnswer =
  /** `body` is undefined when it is not JSON. */
  | { kind: 'answered'; httpStatus: number; body: unknown }
  | { kind: 'offline'; message: string }
  | { kind: 'no-answer'; message: string };

export type PostForm = (url: string, fields: Readonly<Record<string, unknown>>) => Promise<FormAnswer>;

export interface PostFormPorts {
  fetch: typeof fetch;
  isOnline: () => boolean;
  wait: (delayMs: number) => Promise<void>;
}

/** A Function lives 10 s; what has not come by then does not come. */
const GIVE_UP_AFTER_MS = 15_000;
const RETRY_DELAY_MS = 1_000;

/**
 * Posts a form to a Function (plugins can only send forms) and reads JSON.
 * A request is sent a second time only if it certainly did not run: the platform itself answers 429, without JSON of
 * ours, when too many Functions run at once. A lost answer is never a reason to repeat.
 * Sources: twilio.com/docs/flex/developer/plugins/call-functions, twilio.com/docs/serverless/functions-assets/faq
 */
export function createPostForm(ports: PostFormPorts): PostForm {
  return async (url, fields) => {
    if (!ports.isOnline()) return { kind: 'offline', message: 'the browser is offline' };
    const first = await send(ports.fetch, url, fields);
    if (!refusedByPlatform(first)) return first;
    await ports.wait(RETRY_DELAY_MS);
    return send(ports.fetch, url, fields);
  };
}

function refusedByPlatform(answer: FormAnswer): boolean {
  return answer.kind === 'answered' && answer.httpStatus === 429 && !hasOurCode(answer.body);
}

/** Our own refusals carry a word as their code, Twilio's a number. */
function hasOurCode(body: unknown): boolean {
  return typeof body === 'object' && body !== null && 'code' in body && typeof body.code === 'string';
}

async function send(
  fetchPort: typeof fetch,
  url: string,
  fields: Readonly<Record<string, unknown>>,
): Promise<FormAnswer> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), GIVE_UP_AFTER_MS);
  try {
    const body = new URLSearchParams(Object.entries(fields).map(([name, value]) => [name, String(value)]));
    const response = await fetchPort(url, { method: 'POST', body, signal: abort.signal });
    const text = await response.text();
    return { kind: 'answered', httpStatus: response.status, body: parseJson(text) };
  } catch (cause) {
    return { kind: 'no-answer', message: cause instanceof Error ? cause.message : String(cause) };
  } finally {
    clearTimeout(timer);
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
