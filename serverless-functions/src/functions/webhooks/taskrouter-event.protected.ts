import { compose } from '../../composition';
import { webhookFunction } from '../../http/function';
import { taskrouterEvent } from '../../http/taskrouter-event';

/** The workspace's event callback; what is not ours is answered at once. */
export const handler = webhookFunction(compose, {
  name: 'webhooks/taskrouter-event',
  request: taskrouterEvent,
  run: async (operations, event) => (event ? operations.taskEvent(event) : { status: 'ignored' }),
});
