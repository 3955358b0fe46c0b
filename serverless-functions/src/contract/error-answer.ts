import { z } from 'zod';

import { ERROR_CODES } from './error-codes';

/** The body of every refusal; its HTTP status comes from the table in error-codes.ts. */
export const errorAnswer = z.object({
  code: z.enum(ERROR_CODES),
  message: z.string(),
  /** Settings that somebody else has changed. */
  names: z.array(z.string()).optional(),
});
export type ErrorAnswer = z.infer<typeof errorAnswer>;
