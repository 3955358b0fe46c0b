import { compose } from '../../composition';
import { webhookFunction } from '../../http/function';
import { taskrouterEvents } from '../../http/taskrouter-event';
import { taskEvents } from '../../parking/upkeep/task-event';

/** The workspace's event callback, or an Event Streams webhook sink. What is not ours is answered at once. */
export const handler = webhookFunction(compose, {
  name: 'webhooks/taskrouter-event',
  request: taskrouterEvents,
  run: taskEvents,
});
