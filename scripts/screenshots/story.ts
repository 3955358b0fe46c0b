import { parkingSyncService } from '../local-parking';
import type { LocalTwilio } from '../../local-twilio/src/start/index';
import { ids } from '../../local-twilio/src/account/seed/contact-centre';
import type { CustomerMessage } from '../../local-twilio/src/services/customers/commands';
import type { ParkingLab } from '../../tests/support/parking-lab';

const HOUR_MS = 3_600_000;

type Person = Omit<CustomerMessage, 'body'>;

/** A believable afternoon: who wrote what, why it was parked, and how long ago (hours). */
export const parkedBefore = [
  {
    customer: { channel: 'whatsapp', address: '+15550102233', name: 'Priya Raman' },
    says: 'My May invoice has the wrong address',
    answer: 'I’ll ask the accounting team to correct it.',
    reason: 'Back office',
    note: 'Accounting is correcting the address, ticket 4471',
    hours: { parked: 3, wrote: 3.2 },
  },
  {
    customer: { channel: 'whatsapp', address: '+15550104455', name: 'Tomás Herrera' },
    says: 'Which size fits 28 inch wheels?',
    answer: 'I’ll look that up for you.',
    reason: 'Waiting for the customer',
    note: '',
    hours: { parked: 21, wrote: 22.5 },
  },
  {
    customer: { channel: 'sms', address: '+15550107788', name: 'Oleksandr Bondar' },
    says: 'Can you move my delivery to Friday?',
    answer: 'I’ll ask the carrier and get back to you.',
    reason: 'Carrier',
    note: 'Depot answers by noon',
    hours: { parked: 26, wrote: 26.5 },
  },
  {
    customer: { channel: 'web', address: 'mei', name: 'Mei Tanaka' },
    says: 'My voucher does not work',
    answer: 'Let me check with the shop team.',
    reason: '',
    note: '',
    hours: { parked: 0.4, wrote: 0.5 },
  },
] as const satisfies readonly {
  customer: Person;
  says: string;
  answer: string;
  reason: string;
  note: string;
  hours: { parked: number; wrote: number };
}[];

/** Nobody can wait a day for a picture: makes a parked conversation older, in the list and in its record. */
export function letTimePass(lab: ParkingLab, customer: Person, hours: { parked: number; wrote: number }): void {
  const { sid } = lab.conversation(customer);
  const parkedAtMs = Date.now() - hours.parked * HOUR_MS;
  const wroteAtMs = Date.now() - hours.wrote * HOUR_MS;
  const times = {
    parkedAt: new Date(parkedAtMs).toISOString(),
    lastCustomerMessageAt: new Date(wroteAtMs).toISOString(),
  };
  editRecord(lab.local, sid, (record) => ({
    ...record,
    park: { ...objectOf(record['park']), parkedAtMs, lastCustomerMessageAtMs: wroteAtMs },
  }));
  const { sync } = lab.local.world;
  for (const map of sync.service(ids.syncService).maps.values()) {
    const item = map.items.get(sid);
    if (item) sync.updateMapItem(ids.syncService, map.sid, { key: sid, data: { ...objectOf(item.data), ...times } });
  }
}

/** What reconcile finds when Twilio has deleted a channel. */
export function loseChannel(lab: ParkingLab, customer: Person): void {
  const { sid } = lab.conversation(customer);
  editRecord(lab.local, sid, (record) => ({ ...record, problem: 'channel-gone' }));
}

type Fields = Readonly<Record<string, unknown>>;

function editRecord({ world }: LocalTwilio, conversationSid: string, edit: (record: Fields) => Fields): void {
  for (const document of world.sync.service(parkingSyncService).documents.values()) {
    if (!document.uniqueName?.includes(conversationSid)) continue;
    world.sync.updateDocument(parkingSyncService, document.sid, edit(objectOf(document.data)));
  }
}

function objectOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
