import { notFound } from '../../../kernel/errors';
import { page } from '../../../kernel/rest/pages';
import { reading } from '../../../kernel/rest/reads';
import { ok, param, queryText } from '../../../kernel/rest/request';
import type { Handlers, Request } from '../account';
import type { LoggedEvent } from '../rules/event-log';
import { eventAnswer } from './event-answers';
import { fits } from './filters';
import { router } from './request';
import { INTERVAL, intervalOf } from './statistics-request';

const SIDS = ['ReservationSid', 'TaskQueueSid', 'TaskSid', 'WorkerSid', 'WorkflowSid'];

function isAskedFor(request: Request): (event: LoggedEvent) => boolean {
  const { fromMs, toMs } = intervalOf(request);
  const channel = queryText(request, 'TaskChannel');
  return ({ sid, name, fields, happenedAtMs }) =>
    fromMs <= happenedAtMs &&
    happenedAtMs <= toMs &&
    fits(
      [queryText(request, 'EventType'), name],
      [queryText(request, 'Sid'), sid],
      ...SIDS.map((field) => [queryText(request, field), fields[field]] as const),
    ) &&
    (!channel || fields['TaskChannelSid'] === channel || fields['TaskChannelUniqueName'] === channel);
}

/** https://www.twilio.com/docs/taskrouter/api/event */
export const events: Handlers = {
  ListEvent: reading([...INTERVAL, ...SIDS, 'EventType', 'Sid'], (request) => {
    const asked = router(request).loggedEvents().filter(isAskedFor(request));
    return page(
      request,
      'events',
      asked.toReversed().map((event) => eventAnswer(request, event)),
    );
  }),
  FetchEvent: reading([], (request) => {
    const sid = param(request, 'Sid');
    const found = router(request)
      .loggedEvents()
      .find((event) => event.sid === sid);
    if (!found) throw notFound(`/Events/${sid}`);
    return ok(eventAnswer(request, found));
  }),
};
