import type { WorkerSid } from '../contract/sids';

/** Who calls, as the verified Flex token says. */
export interface Caller {
  workerSid: WorkerSid;
  identity: string;
  roles: string[];
}

/** Only they change settings. */
export function isAdmin(caller: Caller): boolean {
  return caller.roles.includes('admin');
}

/** Supervisors and admins act on everybody's parks. Role names: twilio-flex-token-validator's `roles`. */
export function mayActOnAll(caller: Caller): boolean {
  return caller.roles.includes('supervisor') || caller.roles.includes('admin');
}
