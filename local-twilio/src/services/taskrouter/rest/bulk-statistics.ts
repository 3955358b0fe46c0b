import { z } from 'zod';
import { invalidParameter } from '../../../kernel/errors';
import { ok } from '../../../kernel/rest/request';
import { reading } from '../../../kernel/rest/reads';
import type { Handlers, Request } from '../account';
import { eligibleStatistics, tasksNow, taskStatistics, workersOfQueue } from '../rules/real-time-statistics';
import { owned, rootOf } from './answers';
import { router } from './request';

const QUEUES_MAX = 50;
const queueSids = z.array(z.string().regex(/^WQ[0-9a-f]{32}$/i));

/** The page's table calls it QueueSids, its example queueSids. Less than one, more than 50, or no SID of a queue: 400. */
function asked({ body }: Request): readonly string[] {
  const parsed = queueSids.safeParse(body['queueSids'] ?? body['QueueSids']);
  if (!parsed.success) throw invalidParameter('QueueSids is a list of SIDs of task queues');
  if (parsed.data.length < 1 || parsed.data.length > QUEUES_MAX)
    throw invalidParameter(`QueueSids has from 1 to ${QUEUES_MAX} SIDs`);
  return parsed.data;
}

/** https://www.twilio.com/docs/taskrouter/api/taskqueue-statistics#bulk-retrieval-of-taskqueue-realtime-statistics */
export const bulkStatistics: Handlers = {
  CreateTaskQueueBulkRealTimeStatistics: reading([], (request) => {
    const store = router(request).state();
    // "Valid TaskQueueSIDs that are not part of this account … are included in the response but with zero values".
    const data = asked(request).map((sid) => {
      const workers = workersOfQueue(store, sid);
      return {
        task_queue_sid: sid,
        ...taskStatistics(tasksNow(store, { queueSid: sid }), request.account.clock.nowMs()),
        ...eligibleStatistics(store, workers),
      };
    });
    return ok({
      ...owned(request.account),
      task_queue_data: data,
      task_queue_response_count: data.length,
      url: `${rootOf(request.account)}/TaskQueues/RealTimeStatistics`,
    });
  }),
};
