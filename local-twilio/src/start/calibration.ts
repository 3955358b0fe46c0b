import { z } from 'zod';
import type { otherSwitches, Switches } from '../kernel/switches';

const either = <One extends string, Other extends string>(one: One, other: Other) =>
  z
    .object({ position: z.enum([one, other]) })
    .transform(({ position }) => position)
    .optional();

const switches = z
  .object({
    closingClosedParticipant: either('not-found', 'ok'),
    closedParticipants: either('listed', 'vanish'),
    replayAfterOnCreate: either('replays', 'ignored'),
    webhookRetry: either('none', 'once'),
    syncRemovedEventOnExpiry: either('sent', 'silent'),
    syncExpiry: either('on-time', 'late'),
    scopedWebhookMethodCase: either('lower-only', 'any'),
    queueInvite: either('queue', 'workflow'),
    directInviteCapacity: either('ignored', 'respected'),
    wrapUpInConversation: either('stays', 'leaves'),
    inviteTask: either('at-once', 'later'),
    acceptedInvites: either('listed', 'vanish'),
    syncMapCreator: either('owns', 'nothing'),
    routing: either('at-once', 'later'),
  } satisfies Record<keyof typeof otherSwitches, z.ZodTypeAny>)
  .strict();

/**
 * How one live account behaves, as somebody found by asking it: `{ "version": 1, "at": "2026-01-05T09:00:00.000Z",
 * "switches": { "acceptedInvites": { "position": "vanish" } } }`. What else is in the file is for others. A switch that
 * is not in it stays at its default.
 */
const calibration = z.object({ version: z.literal(1), at: z.string().datetime(), switches });

export interface Calibration {
  /** When the account was asked. */
  readonly at: string;
  readonly switches: Partial<Switches>;
}

/** Throws an Error that names the first thing that is wrong. */
export function parseCalibration(text: string): Calibration {
  const parsed = calibration.safeParse(JSON.parse(text));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new Error(`${issue?.path.join('.') || 'the file'}: ${issue?.message ?? 'is invalid'}`);
}
