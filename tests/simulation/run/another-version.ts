import { parkingSyncService } from '../../../scripts/local-parking';
import type { AnotherVersion } from '../schedules/schedule';
import { count } from './observed';
import type { Stage } from './stage';
import { object, parkOf, recordOf, type Json } from './view';

const CHANGES: Readonly<Record<AnotherVersion, (record: Json) => Json>> = {
  'unknown-route': (record) => {
    const reply = { route: { to: 'callback', at: 'tomorrow' }, priorityBoost: 0 };
    return { ...record, park: { ...parkOf(record), reply } };
  },
  'unknown-state': (record) => ({ ...record, state: 'waiting' }),
  'missing-field': (record) => {
    const { customers: _customers, ...park } = parkOf(record);
    return { ...record, park };
  },
  'no-park': ({ state }) => ({ state, v: 9 }),
};

type Where = Pick<Stage, 'world' | 'observed' | 'conversation'>;

const documentOf = ({ world, conversation }: Where) =>
  world.sync.findDocument(parkingSyncService, `ParkedInteraction_${conversation.sid}`);

/** Newer Functions write the record, and are taken back. */
export function anotherVersionWrites(where: Where & Pick<Stage, 'clock'>, what: AnotherVersion): void {
  const document = documentOf(where);
  const record = recordOf(where.world, where.conversation.sid);
  if (!document || !record || isUnreadable(where)) return;
  const { data, sid } = document;
  const { revision } = where.world.sync.updateDocument(parkingSyncService, sid, CHANGES[what](record));
  where.observed.overwritten = { data, sid, revision, what, atMs: where.clock.nowMs() };
  count(where.observed, `record unreadable: ${what}`);
}

/** What another version wrote is still there: the Functions have to do without it. */
export function isUnreadable(where: Where): boolean {
  const { overwritten } = where.observed;
  const document = overwritten && documentOf(where);
  return (
    document?.sid === overwritten?.sid && document?.revision === overwritten?.revision && overwritten !== undefined
  );
}

/** Nothing is left to route by: a person has to look after it. */
export function isUnroutable(where: Where): boolean {
  return isUnreadable(where) && where.observed.overwritten?.what === 'no-park';
}

/** A person has seen it and puts back what was there. */
export function putBack(where: Where): void {
  const document = documentOf(where);
  const { overwritten } = where.observed;
  if (document && overwritten && isUnreadable(where))
    where.world.sync.updateDocument(parkingSyncService, document.sid, object(overwritten.data) ?? {});
}
