import { namedSid } from '../../kernel/sids';
import type { FlexUser } from '../../services/iam/entities';
import type { Phone } from '../../services/customers/entities';

/** The account and the small contact centre that every local Twilio starts with; SIDs are stable across restarts. */
export const ids = {
  account: namedSid('AC', 'local'),
  authToken: '0123456789abcdef0123456789abcdef',
  workspace: namedSid('WS', 'Flex Task Assignment'),
  workflow: namedSid('WW', 'Customer care'),
  chatService: namedSid('IS', 'Flex Chat Service'),
  /** Flex's default Sync service (TWILIO_FLEX_SYNC_SID). */
  syncService: namedSid('IS', 'Default Sync Service'),
  flexInstance: namedSid('GO', 'local'),
  queues: { support: namedSid('WQ', 'Support'), sales: namedSid('WQ', 'Sales') },
  activities: {
    offline: namedSid('WA', 'Offline'),
    available: namedSid('WA', 'Available'),
    unavailable: namedSid('WA', 'Unavailable'),
    break: namedSid('WA', 'Break'),
  },
} as const;

/** Numbers that customers write to. */
export const proxyAddresses = { sms: '+15550001111', whatsapp: 'whatsapp:+15550001111' } as const;

export const seedCustomers = [
  { name: 'Grace', channel: 'web', address: 'grace' },
  { name: 'Wanda', channel: 'whatsapp', address: '+15550002222' },
  { name: 'Sam', channel: 'sms', address: '+15550003333' },
] as const;

/** People of the contact centre; `username` is also the host name of the desktop. */
export const cast = [
  { username: 'ada', fullName: 'Ada Okafor', role: 'agent', skills: ['support', 'sales'] },
  { username: 'ben', fullName: 'Ben Torres', role: 'agent', skills: ['support', 'sales'] },
  { username: 'sofia', fullName: 'Sofia Lindqvist', role: 'supervisor', skills: [] },
  { username: 'alex', fullName: 'Alex Kim', role: 'admin', skills: [] },
] as const;

export interface Person {
  readonly username: string;
  readonly fullName: string;
  readonly role: string;
  readonly skills: readonly string[];
}

/** What a contact centre is made of, in few words. The first queue takes what no other one is meant for. */
export interface ContactCentre {
  readonly people: readonly Person[];
  /** A queue without a skill takes everybody. */
  readonly queues: readonly { readonly name: string; readonly skill?: string | undefined }[];
  readonly customers: readonly Phone[];
}

/** The one that every local Twilio starts with, unless it is told otherwise. */
export const contactCentre: ContactCentre = {
  people: cast,
  queues: [
    { name: 'Support', skill: 'support' },
    { name: 'Sales', skill: 'sales' },
  ],
  customers: seedCustomers,
};

export const queueSidOf = (name: string) => namedSid('WQ', name);
export const firstQueueSid = ({ queues }: ContactCentre) => queueSidOf(queues[0]?.name ?? '');
export const emailOf = (username: string) => `${username}@example.com`;
export const workerSidOf = (username: string) => namedSid('WK', username);
/** Flex encodes the characters that chat identities may not hold. */
export const identityOf = (username: string) => emailOf(username).replace('@', '_40').replaceAll('.', '_2E');

export function flexUsers({ people }: ContactCentre): readonly FlexUser[] {
  return people.map(({ username, fullName, role }) => ({
    sid: namedSid('FU', username),
    username,
    identity: identityOf(username),
    fullName,
    email: emailOf(username),
    roles: [role],
    workerSid: workerSidOf(username),
  }));
}

export const defaultSyncService = { sid: ids.syncService, friendlyName: 'Default Sync Service' } as const;
