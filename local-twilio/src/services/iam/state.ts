import { z } from 'zod';
import { mapOf, ms, sid, type Shape } from '../../kernel/shapes';
import type { FlexToken, FlexUser } from './entities';

/** What is kept of IAM: with their tokens, open desktops stay logged in. */
export interface IamState {
  readonly users: readonly FlexUser[];
  readonly tokens: Map<string, FlexToken>;
}

const user: Shape<FlexUser> = z
  .object({
    sid: sid('FU'),
    username: z.string(),
    identity: z.string(),
    fullName: z.string(),
    email: z.string(),
    roles: z.array(z.string()),
    workerSid: sid('WK'),
  })
  .strict();

const token: Shape<FlexToken> = z
  .object({
    token: z.string(),
    username: z.string(),
    identity: z.string(),
    roles: z.array(z.string()),
    workerSid: sid('WK'),
    flexUserSid: sid('FU'),
    expiresAtMs: ms,
  })
  .strict();

export const iamState: Shape<IamState> = z
  .object({ users: z.array(user), tokens: mapOf(token, (one) => one.token) })
  .strict();
