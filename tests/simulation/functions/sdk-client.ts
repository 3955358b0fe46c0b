import twilio, { type Twilio } from 'twilio';

import type { World } from '../../../local-twilio/src/account/world';
import type { Invocation } from './invocation';
import type { Network } from './network';
import { restRequest, type SdkRequest } from './rest-request';

type HttpClient = NonNullable<ConstructorParameters<typeof Twilio>[2]>['httpClient'];

/** What a Function may pass to `context.getTwilioClient`, as far as it matters here. */
export interface ClientOptions {
  /** Milliseconds after which the SDK's axios aborts a request that has no answer; absent: it waits for ever. */
  readonly timeout?: number;
}

interface Connection {
  readonly world: World;
  readonly network: Network;
  readonly invocation: Invocation;
}

/** The real SDK, whose every request goes over the simulated network in the name of one invocation. */
export function sdkClient({ world, network, invocation }: Connection, { timeout }: ClientOptions = {}): Twilio {
  const httpClient = {
    async request(asked: SdkRequest) {
      const { status, body, headers } = await network.send(invocation, restRequest(asked), asked.timeout ?? timeout);
      return { statusCode: status, body, headers };
    },
  };
  // The SDK types answers as its caller wishes; what comes is up to the network.
  return twilio(world.accountSid, world.authToken, { httpClient: httpClient as unknown as HttpClient });
}
