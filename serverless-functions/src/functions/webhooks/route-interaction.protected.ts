import { z } from 'zod';

import { compose } from '../../composition';
import { conversationSid } from '../../contract/sids';
import { webhookFunction } from '../../http/function';
import { routeFromFlow } from '../../parking/unpark/route-from-flow';

/** For a Studio flow that has got a parked conversation and wants an agent. Studio signs what it sends. */
export const handler = webhookFunction(compose, {
  name: 'webhooks/route-interaction',
  request: z.object({ conversationSid }),
  run: (ports, request) => routeFromFlow(ports, request.conversationSid),
});
