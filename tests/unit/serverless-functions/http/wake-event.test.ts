/** @jest-environment node */
import { wakeEvent } from '../../../../serverless-functions/src/http/wake-event';
import { sid } from '../support/fixtures';

const link = { conversationSid: sid('CH'), parkId: 'park-1', token: 'x'.repeat(43) };
const sentAs = (type: string) => ({ request: { headers: { 'content-type': type } } });
const FORM = sentAs('application/x-www-form-urlencoded');

describe('what is sent to a wake link', () => {
  it.each([
    ['a form', FORM],
    ['JSON', sentAs('application/json; charset=utf-8')],
  ])('is %s with a note', (_, request) => {
    expect(wakeEvent.parse({ ...link, ...request, note: ' refund approved ', Other: '1' })).toStrictEqual({
      ...link,
      note: 'refund approved',
    });
  });

  it('needs no note', () => expect(wakeEvent.parse({ ...link, ...FORM })).toStrictEqual(link));

  it('has a note of at most 500 characters', () => {
    expect(wakeEvent.safeParse({ ...link, ...FORM, note: 'x'.repeat(500) }).success).toBe(true);
    expect(wakeEvent.safeParse({ ...link, ...FORM, note: 'x'.repeat(501) }).success).toBe(false);
  });

  it.each([
    ['a GET, as of a mail client that previews the link', { request: { headers: {} } }],
    ['plain text', sentAs('text/plain')],
    ['nothing that the runtime tells of', {}],
  ])('is not %s', (_, request) => expect(wakeEvent.safeParse({ ...link, ...request }).success).toBe(false));

  it.each([
    ['no conversation', { conversationSid: undefined }],
    ['something else in its place', { conversationSid: 'CH1' }],
    ['no park', { parkId: '' }],
    ['no token', { token: '' }],
    ['two tokens', { token: ['a', 'b'] }],
    ['a token without end', { token: 'x'.repeat(129) }],
    ['a note that is no text', { note: { text: 'refund' } }],
  ])('is refused with %s', (_, fields) => {
    expect(wakeEvent.safeParse({ ...link, ...FORM, ...fields }).success).toBe(false);
  });
});
