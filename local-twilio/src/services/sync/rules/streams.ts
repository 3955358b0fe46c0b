import type { Context } from '../events';
import type { Sync } from '../commands';
import type { SyncService, SyncStream, SyncStreamMessage } from '../entities';
import { checkData, checkUniqueName, created, findByName, getByName, getService, touch } from '../store';
import type { SyncStore } from '../store';
import type { Expiries } from './expiry';

type Streams = Pick<Sync, 'findStream' | 'createStream' | 'setStreamTtl' | 'removeStream' | 'publish'>;

/** https://www.twilio.com/docs/sync/api/stream-resource and stream-message-resource */
export function createStreams(context: Context, store: SyncStore, expiries: Expiries): Streams {
  const { events, limits, sids, switches } = context;

  const get = (serviceSid: string, name: string) => getByName(getService(store, serviceSid).streams, name, 'Streams');
  const drop = (service: SyncService, stream: SyncStream, silent: boolean) => {
    if (!service.streams.delete(stream.sid)) return;
    expiries.forget(stream);
    touch(context, store, stream);
    if (!silent) events.emit({ type: 'sync.stream.removed', stream });
  };
  const expire = (service: SyncService, stream: SyncStream) => () =>
    drop(service, stream, switches.syncRemovedEventOnExpiry === 'silent');
  for (const service of store.services.values())
    for (const stream of service.streams.values()) expiries.watch(stream, expire(service, stream));

  return {
    findStream: (serviceSid, name) => findByName(getService(store, serviceSid).streams, name),
    createStream(serviceSid, { uniqueName, ...options }) {
      const service = getService(store, serviceSid);
      const name = checkUniqueName(service.streams, uniqueName, context);
      const stream: SyncStream = {
        sid: sids.next('TO'),
        serviceSid: service.sid,
        uniqueName: name,
        ...created(context, store, options),
      };
      expiries.set({ held: stream, ttlSeconds: options.ttlSeconds, expire: expire(service, stream) });
      service.streams.set(stream.sid, stream);
      events.emit({ type: 'sync.stream.added', stream });
      return stream;
    },
    setStreamTtl(serviceSid, name, ttlSeconds) {
      const service = getService(store, serviceSid);
      const stream = get(serviceSid, name);
      expiries.check(ttlSeconds);
      touch(context, store, stream);
      expiries.set({ held: stream, ttlSeconds, expire: expire(service, stream) });
      return stream;
    },
    removeStream: (serviceSid, name) => drop(getService(store, serviceSid), get(serviceSid, name), false),
    publish(serviceSid, name, data) {
      const stream = get(serviceSid, name);
      const message: SyncStreamMessage = {
        sid: sids.next('TZ'),
        data: checkData(data, limits.syncStreamMessageBytes),
      };
      events.emit({ type: 'sync.stream.message', stream, published: message, eventId: store.nextEventId() });
      return message;
    },
  };
}
