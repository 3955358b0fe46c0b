import { raw, type Request, type Response } from 'express';
import { invalidParameter, TwilioError } from './errors';

/**
 * Reads the body of a request, whatever its type. Refuses one that is too big with 20413
 * (https://www.twilio.com/docs/api/errors/20413), and one that cannot be read with 20001.
 */
export function bytesReader(limit: string): (request: Request, response: Response) => Promise<Buffer> {
  const read = raw({ type: () => true, limit });
  return (request, response) =>
    new Promise((resolve, reject) => {
      read(request, response, (problem?: unknown) => {
        const body: unknown = request.body;
        if (problem) reject(refusal(problem, limit));
        else resolve(Buffer.isBuffer(body) ? body : Buffer.alloc(0));
      });
    });
}

function refusal(problem: unknown, limit: string): TwilioError {
  const status: unknown = Object(problem).status;
  if (status === 413) return new TwilioError(413, 20413, `The body is larger than ${limit}`);
  return invalidParameter(`The body cannot be read: ${problem instanceof Error ? problem.message : String(problem)}`);
}
