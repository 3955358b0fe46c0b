/** @jest-environment node */
import { codeOf, isUnknown, ParkingError, TwilioFailure } from '../../../../serverless-functions/src/parking/errors';
import { mayActOnAll } from '../../../../serverless-functions/src/parking/caller';
import { userNameOf } from '../../../../serverless-functions/src/parking/domain/identity';
import { ADA, SOFIA } from '../support/fixtures';

describe('the code of an error', () => {
  it.each([
    [new ParkingError('busy'), 'busy'],
    [new TwilioFailure('rate-limited'), 'rate-limited'],
    [new TwilioFailure('unavailable'), 'twilio-unavailable'],
    [new TwilioFailure('unknown'), 'twilio-unavailable'],
    [new TwilioFailure('refused', { status: 400 }), 'internal-error'],
    [new Error('busy'), 'internal-error'],
    [undefined, 'internal-error'],
  ])('%s is %s', (error, code) => expect(codeOf(error)).toBe(code));

  it('comes with a text to act on, and keeps its cause', () => {
    const cause = new Error('why');
    expect(new ParkingError('busy', { cause })).toMatchObject({ name: 'ParkingError', cause });
    expect(new ParkingError('busy').message).toMatch(/try again/i);
    expect(new TwilioFailure('refused', { twilioCode: 50361 }).message).toBe('Twilio: refused (50361)');
  });

  it('is unknown only when no answer came', () => {
    expect(isUnknown(new TwilioFailure('unknown'))).toBe(true);
    expect(isUnknown(new TwilioFailure('unavailable'))).toBe(false);
    expect(isUnknown(new Error('unknown'))).toBe(false);
  });
});

describe('a caller', () => {
  it('acts on all parks as a supervisor or an admin', () => {
    expect([ADA, SOFIA, { ...ADA, roles: ['admin'] }, { ...ADA, roles: [] }].map(mayActOnAll)).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it.each([
    ['ada', 'ada'],
    ['ada_2Eo_40example_2Ecom', 'ada.o@example.com'],
    ['ada_okafor', 'ada_okafor'],
  ])('with chat identity %s is called %s', (identity, name) => expect(userNameOf(identity)).toBe(name));
});
