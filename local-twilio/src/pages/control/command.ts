import type { NextFunction, Request, RequestHandler, Response } from 'express';
import type { z } from 'zod';

/** A command with a JSON body: parsed, run, answered with JSON. */
export function command<Schema extends z.ZodTypeAny>(
  schema: Schema,
  run: (input: z.output<Schema>) => unknown,
): RequestHandler {
  return (request: Request, response: Response, next: NextFunction) => {
    const parsed = schema.safeParse(request.body ?? {});
    if (!parsed.success) {
      const issues = parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'body'}: ${message}`);
      response.status(400).json({ code: 'invalid-request', message: issues.join('; ') });
      return;
    }
    Promise.resolve()
      .then(() => run(parsed.data))
      .then((result) => response.json(result ?? {}))
      .catch(next);
  };
}

export const answer =
  (run: (request: Request) => unknown): RequestHandler =>
  (request, response) => {
    response.json(run(request) ?? {});
  };
