import type {
  FunctionContext,
  FunctionEvent,
  FunctionResponse,
  Handler,
} from '../../../../../serverless-functions/src/http/runtime';
import { sid } from '../../support/fixtures';

class FakeResponse implements FunctionResponse {
  status = 200;
  headers: Record<string, string> = {};
  body: unknown;

  setStatusCode(status: number): void {
    this.status = status;
  }

  appendHeader(name: string, value: string): void {
    this.headers[name] = value;
  }

  setBody(body: unknown): void {
    this.body = body;
  }
}

/** The global of the Functions runtime. */
export function installRuntime(): void {
  globalThis.Twilio = { Response: FakeResponse };
}

export const CONTEXT = {
  ACCOUNT_SID: sid('AC'),
  AUTH_TOKEN: 'secret',
  DOMAIN_NAME: 'parking-local.twil.io',
  TWILIO_FLEX_WORKSPACE_SID: sid('WS'),
  TWILIO_FLEX_SYNC_SID: sid('IS'),
  PARKING_SYNC_SID: sid('IS', 2),
};

/** What a caller of the Function gets. */
export function invoke(handler: Handler, event: FunctionEvent, context: FunctionContext = CONTEXT) {
  return new Promise<FakeResponse>((resolve, reject) => {
    handler(context, event, (error, response) => {
      if (response instanceof FakeResponse) resolve(response);
      else reject(error ?? new Error('no response'));
    }).catch(reject);
  });
}
