/** @jest-environment node */
import type { Manager } from '@twilio/flex-ui';

import { createSession } from '../../../plugin-src/flex/session';
import { aManager } from './support/fake-manager';

function languageOf(parts: object): string | undefined {
  const { manager } = aManager({ uiAttributes: {} });
  // Flex's Manager is a class with private parts; the session reads only these.
  return createSession({ ...manager, ...parts } as unknown as Manager).localeTag;
}

describe('the language of a user', () => {
  it.each([
    [
      'the one that Flex found for them',
      { localization: { localeTag: 'pt-BR', localeSource: 'user preference' } },
      'pt-BR',
    ],
    [
      'the account’s, while Flex only says its default',
      { localization: { localeTag: 'en-US', localeSource: 'flex default' }, configuration: { language: 'es-ES' } },
      'es-ES',
    ],
    [
      'Flex’s default, when the account has none',
      { localization: { localeTag: 'en-US', localeSource: 'flex default' }, configuration: {} },
      'en-US',
    ],
    ['nothing, in a Flex that knows none', { localization: undefined, configuration: {} }, undefined],
  ])('is %s', (_, parts, expected) => {
    expect(languageOf(parts)).toBe(expected);
  });
});
