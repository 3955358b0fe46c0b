/** @jest-environment node */
import { ERROR_CODES } from '../../../serverless-functions/src/contract/error-codes';
import { failureKey } from '../../../plugin-src/parking/strings/parking-strings';
import { createText } from '../../../plugin-src/parking/strings/text';
import { dateLocaleFor, languageFor, LANGUAGES, TRANSLATIONS } from '../../../plugin-src/parking/strings/translations';

const EN_US = TRANSLATIONS['en-US'];

const placeholders = (template: string) => [...template.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]).sort();

describe.each(LANGUAGES)('the strings in %s', (language) => {
  const entries = Object.entries(TRANSLATIONS[language]);

  it('have exactly the keys of the default language, none of them empty', () => {
    expect(entries.map(([key]) => key).sort()).toEqual(Object.keys(EN_US).sort());
    expect(entries.filter(([, template]) => template.trim() === '')).toEqual([]);
  });

  it('use the same values as the default language', () => {
    const used = Object.fromEntries(entries.map(([key, template]) => [key, placeholders(template)]));
    const expected = Object.fromEntries(Object.entries(EN_US).map(([key, template]) => [key, placeholders(template)]));
    expect(used).toEqual(expected);
  });

  it('have a text of their own for every refusal of the Functions', () => {
    const strings = TRANSLATIONS[language];
    const texts = ERROR_CODES.map((code) => strings[failureKey(code)]);
    expect(texts).toHaveLength(ERROR_CODES.length);
    expect(texts.every((text) => text.length > 5)).toBe(true);
  });
});

it('whoever gets an answer of another version is told to reload Flex', () => {
  for (const code of ['refused-for-unknown-reason', 'answer-not-understood'] as const) {
    expect(EN_US[failureKey(code)]).toContain('Reload Flex');
  }
});

it('translations are translated: only names of products are the same as in English', () => {
  const same = LANGUAGES.filter((language) => language !== 'en-US').flatMap((language) =>
    Object.entries(TRANSLATIONS[language]).filter(([key, text]) =>
      Object.entries(EN_US).some(([k, t]) => k === key && t === text),
    ),
  );
  expect([...new Set(same.map(([, text]) => text))].sort()).toEqual(['Messenger', 'SMS', 'WhatsApp']);
});

describe('the language', () => {
  it.each([
    ['en-US', 'en-US'],
    ['en-GB', 'en-US'],
    ['es-ES', 'es-ES'],
    ['es', 'es-ES'],
    ['es-MX', 'es-MX'],
    ['es-AR', 'es-MX'],
    ['es-419', 'es-MX'],
    ['pt-BR', 'pt-BR'],
    ['pt-PT', 'pt-BR'],
    ['th', 'th'],
    ['th-TH', 'th'],
    ['zh-Hans', 'zh-Hans'],
    ['zh_CN', 'zh-Hans'],
    ['zh-Hant', 'en-US'],
    ['zh-TW', 'en-US'],
    ['fr-FR', 'en-US'],
    ['', 'en-US'],
    [undefined, 'en-US'],
  ])('of a user of %s is %s', (localeTag, language) => {
    expect(languageFor(localeTag)).toBe(language);
  });
});

it.each([
  ['Flex’s language', 'pt-BR', ['en-GB'], 'pt-BR'],
  ['the browser’s English, when Flex has no language', undefined, ['de', 'en-GB'], 'en-GB'],
  ['plain English, when the browser has another language', undefined, ['es-MX'], 'en-US'],
])('dates are in %s', (_, localeTag, browserLanguages, expected) => {
  expect(dateLocaleFor(localeTag, browserLanguages)).toBe(expected);
});

describe('a text', () => {
  it('has its values filled in as they are', () => {
    const text = createText(EN_US, () => undefined);
    expect(text('ParkInteractionUnparkCustomer', { customerName: 'Conan O’Brien & "Co" $& {{x}}' })).toBe(
      'Unpark Conan O’Brien & "Co" $& {{x}}',
    );
  });

  it('is the one that the account has set in Flex, if it has', () => {
    const text = createText(EN_US, (key) => (key === 'ParkInteractionPark' ? 'Hold' : undefined));
    expect(text('ParkInteractionPark')).toBe('Hold');
    expect(text('ParkInteractionUnpark')).toBe('Unpark');
  });
});
