import { compose } from '../../composition';
import { webhookFunction } from '../../http/function';
import { messageAdded } from '../../http/message-added';
import { wake } from '../../parking/unpark/wake';

/** The wake webhook of a parked conversation. */
export const handler = webhookFunction(compose, {
  name: 'webhooks/unpark-interaction',
  request: messageAdded,
  run: wake,
});
