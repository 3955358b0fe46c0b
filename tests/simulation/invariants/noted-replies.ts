import { parkingSyncService } from '../../../scripts/local-parking';
import { violate } from '../run/observed';
import type { Stage } from '../run/stage';
import { object, type Json } from '../run/view';
import { timeOf } from './due';

/** A reply that a park has noted in its record is served by it, or waits: the record never just says parked. */
export function watchNotedReplies({ world, observed }: Stage): void {
  let before: Json | undefined;
  world.events.subscribe((event) => {
    if (!('document' in event) || event.document.serviceSid !== parkingSyncService) return;
    if (!event.document.uniqueName?.endsWith(observed.conversationSid ?? '?')) return;
    const record = object(event.document.data);
    if (record && !('park' in record)) return;
    const isSame = object(record?.park)?.parkId === object(before?.park)?.parkId;
    const isNoted = timeOf(record)?.isReplyNoted === true;
    if (isSame && before?.replyPending === true && record?.state === 'parked' && !isNoted)
      violate(observed, 'a noted reply is served', 'the park noted a reply, and then the record says parked');
    before = record;
  });
}
