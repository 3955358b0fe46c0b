import { z } from 'zod';

/** What we read of Flex's worker client. Source: twilio.com/docs/taskrouter/js-sdk/workspace/channel */
export interface WorkerLike {
  readonly activity: { readonly available: boolean };
  readonly channels: ReadonlyMap<
    string,
    { readonly taskChannelUniqueName: string; readonly availableCapacityPercentage: number }
  >;
}

export type Readiness = 'ready' | 'not-available' | 'at-capacity';

/** The task channel that Flex uses for a messaging channel unless an account says otherwise. */
const TASK_CHANNELS: Readonly<Record<string, string>> = { sms: 'sms', email: 'email' };

/** Whether a conversation of this channel would be offered to me right now. */
export function readinessFor(worker: WorkerLike | undefined, channelType: string): Readiness {
  if (!worker) return 'ready';
  if (!worker.activity.available) return 'not-available';
  const name = TASK_CHANNELS[channelType] ?? 'chat';
  const channel = [...worker.channels.values()].find(({ taskChannelUniqueName }) => taskChannelUniqueName === name);
  return channel?.availableCapacityPercentage === 0 ? 'at-capacity' : 'ready';
}

const LEADING_ROLES = ['supervisor', 'admin'] as const;
const roles = z.array(z.string());

/** Only decides what is shown: the Functions ask the verified token. */
export function mayLead(userRoles: unknown): boolean {
  return rolesOf(userRoles).some((role) => LEADING_ROLES.some((leading) => leading === role));
}

export function isAdmin(userRoles: unknown): boolean {
  return rolesOf(userRoles).includes('admin');
}

function rolesOf(userRoles: unknown): string[] {
  const parsed = roles.safeParse(userRoles);
  return parsed.success ? parsed.data : [];
}
