/** @jest-environment node */
import { readWakeUrl, wakeUrl } from '../../../../serverless-functions/src/twilio/wake-url';

describe('the URL of a wake webhook', () => {
  it('tells whose it is, wherever the Functions are', () => {
    const ours = { functionsDomain: 'parking-1234-dev.twil.io', parkId: 'a1&b=2' };
    expect(wakeUrl(ours)).toBe('https://parking-1234-dev.twil.io/webhooks/unpark-interaction?parkId=a1%26b%3D2');
    expect(readWakeUrl(wakeUrl(ours))).toEqual(ours);
  });

  it.each([
    'https://crm.example/hooks',
    'https://parking.twil.io/webhooks/unpark-interaction',
    'https://parking.twil.io/webhooks/unpark-interaction?parkId=',
    'https://parking.twil.io/webhooks/taskrouter-event?parkId=park-1',
    'https://parking.twil.io/x/webhooks/unpark-interaction?parkId=park-1',
    'no url',
    '',
  ])('is not “%s”', (url) => expect(readWakeUrl(url)).toBeUndefined());
});
