import type { CountedOperation } from '../../../kernel/rates';
import type { SyncAccount } from '../account';

type Account = Pick<SyncAccount, 'sync' | 'rates'>;

/** https://www.twilio.com/docs/sync/limits */
export function enforceSyncRates({ sync, rates }: Account, { operationId, params }: CountedOperation): void {
  const service = params['ServiceSid'];
  if (operationId === 'CreateStreamMessage') {
    const stream = sync.findStream(service ?? '', params['StreamSid'] ?? '');
    if (stream) rates.streamMessage(stream.sid);
    return;
  }
  const [, verb, kind, item] =
    /^(Create|Update|Delete|Fetch|List)(Document|SyncMap|SyncList|SyncStream)(Item)?$/.exec(operationId) ?? [];
  if (service === undefined || verb === undefined || kind === undefined) return;
  if (item === undefined && verb === 'Create') return rates.syncCreation(service);
  const sid = objectSid({ sync, service, params }, kind);
  if (sid === undefined) return;
  if (verb === 'Fetch' || verb === 'List') rates.syncRead(sid);
  else rates.syncWrite(sid);
}

interface Named extends Pick<CountedOperation, 'params'>, Pick<Account, 'sync'> {
  readonly service: string;
}

/** The object that the path names, also for its items. Undefined if there is none: the rules refuse that better. */
function objectSid({ sync, service, params }: Named, kind: string): string | undefined {
  const own = params['Sid'] ?? '';
  if (kind === 'Document') return sync.findDocument(service, own)?.sid;
  if (kind === 'SyncMap') return sync.findMap(service, params['MapSid'] ?? own)?.sid;
  if (kind === 'SyncStream') return sync.findStream(service, own)?.sid;
  return sync.findList(service, params['ListSid'] ?? own)?.sid;
}
