import { z } from 'zod';
import type { FlexRole } from '../../kernel/browser/viewer';
import { mapOf, ms, sid, type Kept } from '../../kernel/shapes';

export const user = z
  .object({
    sid: sid('FU'),
    /** Short name, also the host name of the desktop: `ada` for ada.localhost. */
    username: z.string(),
    /** Chat identity, as Flex encodes it: `ada_40example_2Ecom`. */
    identity: z.string(),
    fullName: z.string(),
    email: z.string(),
    roles: z.array(z.custom<FlexRole>((role) => typeof role === 'string')).readonly(),
    workerSid: sid('WK'),
  })
  .strict();

const token = z
  .object({
    token: z.string(),
    username: z.string(),
    identity: z.string(),
    roles: z.array(z.string()).readonly(),
    workerSid: sid('WK'),
    flexUserSid: sid('FU'),
    expiresAtMs: ms,
  })
  .strict();

export const iamState = z
  .object({ users: z.array(user).readonly(), tokens: mapOf(token, (one) => one.token) })
  .strict();

/** What is kept of IAM: with their tokens, open desktops stay logged in. */
export type IamState = Kept<typeof iamState>;
