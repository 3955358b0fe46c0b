import { namedSid } from './core/sids';

/** The account and the small contact centre that every local Twilio starts with; SIDs are stable across restarts. */
export const ids = {
  account: namedSid('AC', 'local'),
  authToken: '0123456789abcdef0123456789abcdef',
  workspace: namedSid('WS', 'Flex Task Assignment'),
  workflow: namedSid('WW', 'Customer care'),
  chatService: namedSid('IS', 'Flex Chat Service'),
  /** Flex's default Sync service: list items (TWILIO_FLEX_SYNC_SID). */
  syncService: namedSid('IS', 'Default Sync Service'),
  /** The Functions' own Sync service: records (PARKING_SYNC_SID). */
  parkingSyncService: namedSid('IS', 'Parking Sync Service'),
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
  { username: 'ada', fullName: 'Ada Okafor', role: 'agent', queues: ['Support', 'Sales'] },
  { username: 'ben', fullName: 'Ben Torres', role: 'agent', queues: ['Support', 'Sales'] },
  { username: 'sofia', fullName: 'Sofia Lindqvist', role: 'supervisor', queues: [] },
  { username: 'alex', fullName: 'Alex Kim', role: 'admin', queues: [] },
] as const;
