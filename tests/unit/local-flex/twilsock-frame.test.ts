/** @jest-environment node */
import { decodeFrame, encodeFrame } from '../../../local-twilio/src/gateways/browser/twilsock/frame';

describe('a twilsock frame', () => {
  it('comes back as it was sent, whatever letters it holds', () => {
    const payload = JSON.stringify({ body: 'Ça va? 你好 👋' });
    const frame = decodeFrame(encodeFrame({ method: 'message', id: 'TM1', extra: [1] }, payload));
    expect(frame?.payload).toBe(payload);
    expect(frame?.header).toMatchObject({ method: 'message', id: 'TM1', extra: [1] });
  });

  it('counts the payload in bytes, not in letters', () => {
    expect(decodeFrame(encodeFrame({ method: 'reply', id: '1' }, 'é'))?.header.payload_size).toBe(2);
  });

  it('may have no payload', () => {
    expect(decodeFrame(encodeFrame({ method: 'ping', id: '1' }))).toMatchObject({ payload: '' });
  });

  it.each([
    ['nothing', ''],
    ['plain text', 'hello\r\nworld'],
    ['a header that is not JSON', 'TWILSOCK V3.0 5\r\nhello\r\n'],
    ['a header without a method', 'TWILSOCK V3.0 2\r\n{}\r\n'],
    ['a header cut short', 'TWILSOCK V3.0 500\r\n{"method":"init","id":"1"}'],
    ['a size that is no number', 'TWILSOCK V3.0 x\r\n{"method":"init"}\r\n'],
  ])('is not %s', (_what, text) => {
    expect(decodeFrame(Buffer.from(text))).toBeUndefined();
  });
});
