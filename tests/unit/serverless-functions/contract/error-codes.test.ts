/** @jest-environment node */
import { errorAnswer } from '../../../../serverless-functions/src/contract/error-answer';
import { ERROR_CODES, ERRORS } from '../../../../serverless-functions/src/contract/error-codes';

const errors = ERROR_CODES.map((code) => ({ code, ...ERRORS[code] }));

/** What an HTTP status of ours means; no other is used. */
const FITTING = {
  400: ['invalid-request'],
  401: ['token-invalid'],
  403: [
    'not-an-agent',
    'not-permitted',
    'admins-only',
    'parking-disabled',
    'not-your-task',
    'not-your-park',
    'queue-may-not-park',
    'wake-links-off',
    'wake-link-invalid',
  ],
  404: ['task-not-found', 'conversation-not-found', 'not-parked', 'queue-not-found'],
  409: [
    'task-not-assigned',
    'not-a-messaging-task',
    'other-participants',
    'open-invites',
    'no-workflow',
    'record-unreadable',
    'too-many-parked',
    'time-not-possible',
    'no-customer',
    'customer-spoke-last',
    'conversation-is-back',
    'agent-not-available',
    'busy',
    'settings-changed',
    'webhook-limit',
    'attributes-too-large',
  ],
  410: ['conversation-closed', 'channel-gone', 'channel-failed', 'wake-link-expired'],
  429: ['rate-limited'],
  500: ['configuration-invalid', 'internal-error'],
  502: ['routing-refused'],
  503: [
    'park-unconfirmed',
    'unpark-unconfirmed',
    'complete-unconfirmed',
    'settings-unconfirmed',
    'twilio-unavailable',
    'configuration-unavailable',
  ],
};

describe('the table of errors', () => {
  it.each(errors)('$code has a kebab-case code and a sentence to act on', ({ code, message }) => {
    expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(message).toMatch(/^[A-Z].{15,}\.\)?$/);
  });

  it('gives every code the status that fits', () => {
    const byStatus = Object.entries(FITTING).flatMap(([status, codes]) => codes.map((code) => [code, Number(status)]));
    expect(Object.fromEntries(errors.map(({ code, status }) => [code, status]))).toEqual(Object.fromEntries(byStatus));
  });

  it('is all that an error answer may say', () => {
    expect(errors.every(({ code, message }) => errorAnswer.safeParse({ code, message }).success)).toBe(true);
    expect(errorAnswer.safeParse({ code: 'something-else', message: '' }).success).toBe(false);
    expect(errorAnswer.safeParse({ code: 'busy' }).success).toBe(false);
  });
});
