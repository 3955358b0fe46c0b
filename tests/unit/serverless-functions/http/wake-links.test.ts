/** @jest-environment node */
import { createWakeLinks } from '../../../../serverless-functions/src/http/wake-links';
import { sid } from '../support/fixtures';

const park = { conversationSid: sid('CH'), parkId: 'park-1' };
const SECRET = 'a secret of thirty-two characters';
const links = createWakeLinks(SECRET);

const fieldsOf = (path: string | undefined) =>
  Object.fromEntries(new URL(path ?? '', 'https://parking.twil.io').searchParams);
const tokenOf = (of: typeof links) => fieldsOf(of.pathFor(park)).token ?? '';

describe('a wake link', () => {
  it('is a path of the Function that takes events, and says which park it is for', () => {
    expect(links.pathFor(park)).toMatch(/^\/webhooks\/wake-by-event\?/);
    expect(fieldsOf(links.pathFor(park))).toEqual({ ...park, token: expect.stringMatching(/^[\w-]{43}$/) });
  });

  it('is genuine, and says nothing of the secret', () => {
    expect(links.check(park, tokenOf(links))).toBe('genuine');
    expect(links.pathFor(park)).not.toContain(SECRET);
  });

  it.each([
    ['another park of the conversation', { ...park, parkId: 'park-2' }],
    ['a park of another conversation', { ...park, conversationSid: sid('CH', 2) }],
  ])('is wrong for %s', (_, other) => expect(links.check(other, tokenOf(links))).toBe('wrong'));

  it.each([
    ['none', ''],
    ['a part of it', tokenOf(links).slice(0, -1)],
    ['more than it', `${tokenOf(links)}A`],
    ['that of another secret', tokenOf(createWakeLinks('another secret of thirty-two chars'))],
    ['the park id', 'park-1'],
    ['what is no ASCII', '🔑'],
  ])('is wrong with a token that is %s', (_, token) => expect(links.check(park, token)).toBe('wrong'));

  it('is neither given nor taken without a secret', () => {
    const without = createWakeLinks(undefined);
    expect(without.pathFor(park)).toBeUndefined();
    expect(without.check(park, tokenOf(links))).toBe('off');
  });
});
