import { notFound } from '../../../kernel/errors';
import { page } from '../../../kernel/rest/pages';
import { reading } from '../../../kernel/rest/reads';
import { created, integer, noContent, ok, param } from '../../../kernel/rest/request';
import type { Handlers } from '../account';
import { streamAnswer } from './answers';
import { assertChange, data, service, uniqueName } from './request';

/** https://www.twilio.com/docs/sync/api/stream-resource */
export const streamsRest: Handlers = {
  ListSyncStream: (request) => {
    const { sync, accountSid } = request.account;
    const all = [...sync.service(service(request)).streams.values()];
    return page(
      request,
      'streams',
      all.map((stream) => streamAnswer(accountSid, stream)),
    );
  },
  CreateSyncStream: reading(['UniqueName', 'Ttl'], (request) => {
    const { sync, accountSid } = request.account;
    const input = { uniqueName: uniqueName(request), ttlSeconds: integer(request, 'Ttl') };
    return created(streamAnswer(accountSid, sync.createStream(service(request), input)));
  }),
  FetchSyncStream: (request) => {
    const { sync, accountSid } = request.account;
    const found = sync.findStream(service(request), param(request, 'Sid'));
    if (!found) throw notFound(`/Streams/${param(request, 'Sid')}`);
    return ok(streamAnswer(accountSid, found));
  },
  UpdateSyncStream: reading(['Ttl'], (request) => {
    assertChange(request);
    const { sync, accountSid } = request.account;
    const changed = sync.setStreamTtl(service(request), param(request, 'Sid'), integer(request, 'Ttl'));
    return ok(streamAnswer(accountSid, changed));
  }),
  DeleteSyncStream: (request) => {
    request.account.sync.removeStream(service(request), param(request, 'Sid'));
    return noContent();
  },
  CreateStreamMessage: reading(['Data'], (request) =>
    created(request.account.sync.publish(service(request), param(request, 'StreamSid'), data(request))),
  ),
};
