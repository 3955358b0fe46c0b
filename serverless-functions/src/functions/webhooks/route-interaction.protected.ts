import { z } from 'zod';

import { compose } from '../../composition';
import { conversationSid } from '../../contract/sids';
import { webhookFunction } from '../../http/function';

/** For a Studio flow that has got a parked conversation and wants an agent. Studio signs what it sends. */
export const handler = webhookFunction(compose, {
  name: 'webhooks/route-interaction',
  request: z.object({ conversationSid }),
  run: (operations, request) => operations.routeFromFlow(request.conversationSid),
});
