/** @jest-environment node */
import { ParkingError } from '../../../../serverless-functions/src/parking/errors';
import { createAlone } from '../../../../serverless-functions/src/twilio/alone';
import { Calls } from '../../../../serverless-functions/src/twilio/calls';
import { fakeClock } from '../support/fake-clock';
import { fakeTwilio } from '../support/fake-http';
import { sid } from '../support/fixtures';

function open() {
  const { client, sent } = fakeTwilio(({ method }) =>
    method === 'DELETE' ? { status: 204 } : { status: 201, body: { sid: sid('ET'), revision: '0' } },
  );
  const calls = new Calls(fakeClock(), { callUntilMs: 9_000, retryUntilMs: 8_500 });
  const alone = createAlone(client.sync.v1.services(sid('IS')).documents, calls, () => 0);
  return { alone, methods: () => sent.map(({ method }) => method) };
}

describe('the lock of a save', () => {
  it('goes with the save, whether it is done or has failed', async () => {
    const { alone, methods } = open();
    expect(await alone(async () => 'saved')).toBe('saved');
    await expect(alone(() => Promise.reject(new ParkingError('settings-changed')))).rejects.toThrow();
    expect(methods()).toEqual(['POST', 'DELETE', 'POST', 'DELETE']);
  });

  it('stays for its time where nobody knows whether the save is still on its way', async () => {
    const { alone, methods } = open();
    await expect(alone(() => Promise.reject(new ParkingError('settings-unconfirmed')))).rejects.toMatchObject({
      code: 'settings-unconfirmed',
    });
    expect(methods()).toEqual(['POST']);
  });
});
