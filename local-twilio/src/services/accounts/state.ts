import { z } from 'zod';
import { ms, type Shape } from '../../kernel/shapes';

/** What is kept of the account itself. */
export interface AccountsState {
  friendlyName: string;
  readonly createdAtMs: number;
  updatedAtMs: number;
}

export const accountsState: Shape<AccountsState> = z
  .object({ friendlyName: z.string(), createdAtMs: ms, updatedAtMs: ms })
  .strict();

export const newAccount = (nowMs: number): AccountsState => ({
  friendlyName: 'Local Twilio',
  createdAtMs: nowMs,
  updatedAtMs: nowMs,
});
