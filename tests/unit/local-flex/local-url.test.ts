/** @jest-environment node */
import { localUrl } from '../../../local-twilio/src/hosts/flex/page/local-url';

const page = { href: 'http://ada.localhost:3000/agent-desktop' };

describe('where a page’s request really goes', () => {
  it.each([
    ['https://flex-api.twilio.com/v1/Configuration?x=1', '/__twilio/flex-api.twilio.com/v1/Configuration?x=1'],
    ['https://media.twiliocdn.com/a.mp3', '/__twilio/media.twiliocdn.com/a.mp3'],
    ['https://parking-local.twil.io/flex/park', '/__twilio/parking-local.twil.io/flex/park'],
    ['https://x.ytica.com/', '/__twilio/x.ytica.com/'],
  ])('%s stays on the page’s own origin', (address, path) => {
    expect(localUrl(address, page)).toBe(`http://ada.localhost:3000${path}`);
  });

  it('opens sockets as sockets', () => {
    expect(localUrl('wss://tsock.us1.twilio.com/v3/wsconnect', page, true)).toBe(
      'ws://ada.localhost:3000/__twilio/tsock.us1.twilio.com/v3/wsconnect',
    );
  });

  it.each([
    '/own/path',
    'https://example.com/',
    'https://nottwilio.com/',
    'https://twilio.com.evil.org/',
    'data:,',
    '::',
  ])('%s is left alone', (address) => {
    expect(localUrl(address, page)).toBeNull();
  });
});
