/** @jest-environment node */
import { createAlertsTold } from '../../../../serverless-functions/src/twilio/alerts-told';
import { Calls } from '../../../../serverless-functions/src/twilio/calls';
import { fakeClock } from '../support/fake-clock';
import { fakeTwilio } from '../support/fake-http';
import { sid } from '../support/fixtures';
import { fakeMaps } from './support/fake-maps';

function open(...maps: string[]) {
  const sync = fakeMaps(maps);
  const http = fakeTwilio(sync.answer);
  const calls = new Calls(fakeClock(), { callUntilMs: 9_000, retryUntilMs: 8_500 });
  return { ...sync, ...http, told: createAlertsTold(http.client, calls, sid('IS')) };
}

describe('what somebody was told', () => {
  it('is new once for each park and kind', async () => {
    const { told, maps } = open();
    expect(await told.note({ parkId: 'p1', kind: 'needs-attention' })).toBe(true);
    expect(await told.note({ parkId: 'p1', kind: 'needs-attention' })).toBe(false);
    expect(await told.note({ parkId: 'p1', kind: 'webhook-was-missing' })).toBe(true);
    expect(await told.note({ parkId: 'p2', kind: 'needs-attention' })).toBe(true);
    expect(maps).toEqual(['AlertsTold']);
  });

  it('is new again once it is forgotten, and forgetting what was never noted is no failure', async () => {
    const { told } = open('AlertsTold');
    const alert = { parkId: 'p1', kind: 'needs-attention' } as const;
    await told.forget(alert);
    await told.note(alert);
    await told.forget(alert);
    expect(await told.note(alert)).toBe(true);
  });

  it('goes by itself after a week', async () => {
    const { told, sent } = open('AlertsTold');
    await told.note({ parkId: 'p1', kind: 'needs-attention' });
    expect(JSON.stringify(sent)).toMatch(/ItemTtl\D+604800/);
  });
});
