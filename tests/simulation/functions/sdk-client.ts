import twilio, { type Twilio } from 'twilio';

import type { World } from '../../../local-twilio/src/account/world';
import type { Invocation } from './invocation';
import type { Network } from './network';
import { restRequest, type SdkRequest } from './rest-request';

type HttpClient = NonNullable<ConstructorParameters<typeof Twilio>[2]>['httpClient'];

/** The real SDK, whose every request goes over the simulated network in the name of one invocation. */
export function sdkClient(world: World, network: Network, invocation: Invocation): Twilio {
  const httpClient = {
    async request(asked: SdkRequest) {
      const { status, body, headers } = await network.send(invocation, restRequest(asked));
      return { statusCode: status, body, headers };
    },
  };
  // The SDK types answers as its caller wishes; what comes is up to the network.
  return twilio(world.accountSid, world.authToken, { httpClient: httpClient as unknown as HttpClient });
}
