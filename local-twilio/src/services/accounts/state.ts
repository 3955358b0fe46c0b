import { z } from 'zod';
import { bySid, ms, sid, type Kept } from '../../kernel/shapes';

export const apiKey = z
  .object({ sid: sid('SK'), secret: z.string(), createdAtMs: ms, friendlyName: z.string(), updatedAtMs: ms })
  .strict();

export const accountsState = z
  .object({ friendlyName: z.string(), createdAtMs: ms, updatedAtMs: ms, keys: bySid(apiKey).default([]) })
  .strict();

/** What is kept of the account itself. */
export type AccountsState = Kept<typeof accountsState, 'friendlyName' | 'updatedAtMs'>;

export const newAccount = (nowMs: number): AccountsState => ({
  friendlyName: 'Local Twilio',
  createdAtMs: nowMs,
  updatedAtMs: nowMs,
  keys: new Map(),
});
