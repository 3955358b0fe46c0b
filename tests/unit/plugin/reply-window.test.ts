/** @jest-environment node */
import { leavesAtMs, replyWindow } from '../../../plugin-src/parking/state/reply-window';
import { aListItem } from './support/fixtures';

const atMs = (iso: string) => Date.parse(iso);
const whatsapp = aListItem({
  channelType: 'whatsapp',
  parkedAt: '2026-03-04T11:00:00.000Z',
  lastCustomerMessageAt: '2026-03-04T08:00:00.000Z',
});

describe('the reply window', () => {
  it.each([
    ['2026-03-04T12:00:00Z', 'open'],
    ['2026-03-05T05:59:59Z', 'open'],
    ['2026-03-05T06:00:01Z', 'closing'],
    ['2026-03-05T07:59:59Z', 'closing'],
    ['2026-03-05T08:00:00Z', 'closed'],
  ])('counts 24 hours from the customer’s last message, not from parking: at %s it is %s', (now, kind) => {
    expect(replyWindow(whatsapp, atMs(now)).kind).toBe(kind);
  });

  it('is there on Messenger, and not on web chat and SMS', () => {
    const kindOn = (channelType: string) =>
      replyWindow({ ...whatsapp, channelType }, atMs('2026-03-04T12:00:00Z')).kind;
    expect(['messenger', 'web', 'sms'].map(kindOn)).toEqual(['open', 'none', 'none']);
  });

  it('is not guessed when nobody knows when the customer wrote', () => {
    const { lastCustomerMessageAt: _unknown, ...item } = whatsapp;
    expect(replyWindow(item, 0)).toEqual({ kind: 'unknown' });
  });
});

it('a row leaves the list 24 hours after parking, and never on SMS', () => {
  expect(leavesAtMs(whatsapp)).toBe(atMs('2026-03-05T11:00:00Z'));
  expect(leavesAtMs({ ...whatsapp, channelType: 'sms' })).toBeUndefined();
});
