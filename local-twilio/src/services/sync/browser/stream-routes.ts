import { notFound } from '../../../kernel/errors';
import { created, fieldsOf, numberField, ok, textField, type AgentExchange } from '../../../kernel/browser/exchange';
import { forAgent, type BrowserRoute } from '../../../kernel/browser/router';
import { isoTime } from '../../../kernel/browser/times';
import type { SyncAccount } from '../account';
import { DEFAULT_SERVICE, type SyncStream } from '../entities';

const HOST = 'cds.';
const ROOT = '/v3/Streams';

function answer(stream: SyncStream, accountSid: string): object {
  const url = `https://cds.us1.twilio.com${ROOT}/${stream.sid}`;
  return {
    sid: stream.sid,
    unique_name: stream.uniqueName,
    account_sid: accountSid,
    service_sid: stream.serviceSid,
    url,
    links: { messages: `${url}/Messages` },
    date_expires: stream.expiresAtMs === null ? null : isoTime(stream.expiresAtMs),
    date_created: isoTime(stream.createdAtMs),
    date_updated: isoTime(stream.updatedAtMs),
    created_by: stream.createdBy,
  };
}

/** Streams as the Sync SDK asks for them. Who publishes hears of it as all who follow the stream do. */
export function streamRoutes({ accountSid, rates, sync }: SyncAccount): readonly BrowserRoute[] {
  const named = ({ params }: AgentExchange): SyncStream => {
    const found = sync.findStream(DEFAULT_SERVICE, params['name'] ?? '');
    if (!found) throw notFound(`${ROOT}/${params['name']}`);
    return found;
  };
  return [
    forAgent(['POST', HOST, ROOT], ({ request, viewer }) => {
      const fields = fieldsOf(request);
      const uniqueName = textField(fields['unique_name']);
      const input = { uniqueName, ttlSeconds: numberField(fields['ttl']), createdBy: viewer.identity };
      return created(answer(sync.createStream(DEFAULT_SERVICE, input), accountSid));
    }),
    forAgent(['GET', HOST, `${ROOT}/:name`], (exchange) => {
      const stream = named(exchange);
      rates.syncRead(stream.sid);
      return ok(answer(stream, accountSid));
    }),
    forAgent(['POST', HOST, `${ROOT}/:name`], (exchange) => {
      const { sid } = named(exchange);
      rates.syncWrite(sid);
      const ttlSeconds = numberField(fieldsOf(exchange.request)['ttl']);
      return ok(answer(sync.setStreamTtl(DEFAULT_SERVICE, sid, ttlSeconds), accountSid));
    }),
    forAgent(['DELETE', HOST, `${ROOT}/:name`], (exchange) => {
      const { sid } = named(exchange);
      rates.syncWrite(sid);
      sync.removeStream(DEFAULT_SERVICE, sid);
      return { status: 204, body: null };
    }),
    forAgent(['POST', HOST, `${ROOT}/:name/Messages`], (exchange) => {
      const { sid } = named(exchange);
      rates.streamMessage(sid);
      return created(sync.publish(DEFAULT_SERVICE, sid, fieldsOf(exchange.request)['data']));
    }),
  ];
}
