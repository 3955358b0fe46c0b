import { z } from 'zod';

/** What the server writes into the page. */
const shape = z.object({
  desktops: z.array(z.object({ fullName: z.string(), role: z.string(), url: z.string() })),
  customers: z.array(z.object({ name: z.string(), channel: z.enum(['web', 'whatsapp', 'sms']), address: z.string() })),
});

export type Setup = z.infer<typeof shape>;
export type Customer = Setup['customers'][number];

export function readSetup(): Setup {
  return shape.parse(JSON.parse(document.getElementById('setup')?.textContent ?? '{}'));
}

const NAMES = ['Hana', 'Luis', 'Mei', 'Noor', 'Oskar', 'Priya', 'Rosa', 'Tomás', 'Uma', 'Yusuf'] as const;

/** Somebody who has not written yet. */
export function newCustomer(channel: Customer['channel'], count: number): Customer {
  const name = NAMES[count % NAMES.length] ?? 'Hana';
  const number = String(Date.now() % 10_000_000).padStart(7, '0');
  return { name, channel, address: channel === 'web' ? `${name.toLowerCase()}-${number}` : `+1555${number}` };
}
