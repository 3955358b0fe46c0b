/** @jest-environment node */
import { TwilioFailure } from '../../../../serverless-functions/src/parking/errors';
import { failureOf, isRefused, orUndefined } from '../../../../serverless-functions/src/twilio/failure';

describe('what an error of a Twilio call means', () => {
  it.each([
    [{ status: 400, code: 20001 }, 'refused'],
    [{ status: 404, code: 20404 }, 'refused'],
    [{ status: 412, code: 54103 }, 'refused'],
    [{ status: 429, code: 20429 }, 'rate-limited'],
    [{ status: 503 }, 'unavailable'],
    [{ status: 500, code: 20500 }, 'unknown'],
    [{ status: 502 }, 'unknown'],
    [{ code: 'ECONNREFUSED' }, 'unavailable'],
    [{ code: 'ENOTFOUND' }, 'unavailable'],
    [{ code: 'EAI_AGAIN' }, 'unavailable'],
    [{ code: 'ECONNRESET' }, 'unknown'],
    [{ code: 'ETIMEDOUT' }, 'unknown'],
    [{}, 'unknown'],
  ])('%j: %s', (error, kind) => {
    const failure = failureOf(Object.assign(new Error('failed'), error));
    expect(failure.kind).toBe(kind);
    expect(failureOf(failure)).toBe(failure);
  });

  it('keeps the status, Twilio’s code and the cause', () => {
    const cause = Object.assign(new Error('failed'), { status: 400, code: 50361 });
    expect(failureOf(cause)).toMatchObject({ details: { status: 400, twilioCode: 50361 }, cause });
  });

  it.each([undefined, null, 'text', 7])('is unknown for %s', (error) => expect(failureOf(error).kind).toBe('unknown'));
});

describe('a refusal', () => {
  const refused = new TwilioFailure('refused', { status: 409, twilioCode: 54301 });

  it('is told by its status, its code or both', () => {
    expect(isRefused(refused, {})).toBe(true);
    expect(isRefused(refused, { status: 409, twilioCode: 54301 })).toBe(true);
    expect(isRefused(refused, { status: 404 })).toBe(false);
    expect(isRefused(refused, { twilioCode: 54208 })).toBe(false);
    expect(isRefused(new TwilioFailure('unknown', { status: 409 }), { status: 409 })).toBe(false);
    expect(isRefused(new Error('refused'), {})).toBe(false);
  });

  it('“not found” is nothing; every other one stays an error', async () => {
    expect(await orUndefined(Promise.reject(new TwilioFailure('refused', { status: 404 })))).toBeUndefined();
    expect(await orUndefined(Promise.resolve(1))).toBe(1);
    await expect(orUndefined(Promise.reject(refused))).rejects.toBe(refused);
  });
});
