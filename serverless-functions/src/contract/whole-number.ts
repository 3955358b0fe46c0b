import { z } from 'zod';

/**
 * A whole number, or its decimal text as form fields carry it. Stricter than coercion, which takes an empty field,
 * `null` and `[]` for 0 and throws on objects without a primitive value.
 */
export const wholeNumber = z
  .union([
    z.number(),
    z
      .string()
      .regex(/^-?\d{1,15}$/, 'must be a whole number')
      .transform(Number),
  ])
  .pipe(z.number().int());
