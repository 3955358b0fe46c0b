import { z } from 'zod';

import { compose } from '../../composition';
import { webhookFunction } from '../../http/function';
import { reconcile } from '../../parking/upkeep/reconcile';

/** For any scheduler that signs its requests as Twilio does. */
export const handler = webhookFunction(compose, {
  name: 'webhooks/reconcile',
  request: z.object({}),
  run: (ports) => reconcile(ports),
});
