/** @jest-environment node */
import { assertVersion, nearest, SmokeError } from '../../../scripts/flex-smoke/versions';

const PUBLISHED = ['1.34.6', '2.0.0-beta.3', '2.0.2', '2.9.1', '2.12.0', '2.14.0', '2.15.0', '2.15.1', '2.17.1'];

describe('which Flex UI the smoke command tries', () => {
  it.each(['', 'newest', '2.16', '1.34.6', '2.0.0-beta.3', '2.16.0 && ls', '../2.16.0'])(
    'refuses "%s", which is no version of Flex UI 2',
    (text) => {
      expect(() => assertVersion(text)).toThrow(SmokeError);
      expect(() => assertVersion(text)).toThrow(expect.objectContaining({ code: 'not-a-version' }));
    },
  );

  it.each(['2.0.2', '2.16.0', '2.120.15'])('takes %s for one', (text) =>
    expect(() => assertVersion(text)).not.toThrow(),
  );

  it('names the published versions of Flex UI 2 that are nearest to one that is not', () => {
    expect(nearest('2.16.0', PUBLISHED)).toEqual(['2.17.1', '2.15.1', '2.15.0', '2.14.0']);
    expect(nearest('2.1.0', PUBLISHED)).toEqual(['2.14.0', '2.12.0', '2.9.1', '2.0.2']);
    expect(nearest('2.1.0', [])).toEqual([]);
  });
});
