import { EN_US } from './en-us';
import { ES_ES } from './es-es';
import { ES_MX } from './es-mx';
import { LIST_EN_US } from './list/en-us';
import { LIST_ES_ES } from './list/es-es';
import { LIST_ES_MX } from './list/es-mx';
import { LIST_PT_BR } from './list/pt-br';
import { LIST_TH } from './list/th';
import { LIST_ZH_HANS } from './list/zh-hans';
import type { ParkingStrings } from './parking-strings';
import { PT_BR } from './pt-br';
import { TH } from './th';
import { ZH_HANS } from './zh-hans';

export const LANGUAGES = ['en-US', 'es-ES', 'es-MX', 'pt-BR', 'th', 'zh-Hans'] as const;
export type Language = (typeof LANGUAGES)[number];

export const TRANSLATIONS = {
  'en-US': { ...EN_US, ...LIST_EN_US },
  'es-ES': { ...ES_ES, ...LIST_ES_ES },
  'es-MX': { ...ES_MX, ...LIST_ES_MX },
  'pt-BR': { ...PT_BR, ...LIST_PT_BR },
  th: { ...TH, ...LIST_TH },
  'zh-Hans': { ...ZH_HANS, ...LIST_ZH_HANS },
} as const satisfies Record<Language, ParkingStrings>;

/** The nearest of our languages for a BCP 47 tag; en-US when there is none. */
export function languageFor(localeTag: string | undefined): Language {
  const [language, ...rest] = (localeTag ?? '').toLowerCase().split(/[-_]/);
  switch (language) {
    case 'es':
      return rest.length === 0 || rest.includes('es') ? 'es-ES' : 'es-MX';
    case 'pt':
      return 'pt-BR';
    case 'th':
      return 'th';
    case 'zh':
      return rest.some((part) => ['hant', 'tw', 'hk', 'mo'].includes(part)) ? 'en-US' : 'zh-Hans';
    default:
      return 'en-US';
  }
}

export function stringsFor(localeTag: string | undefined): ParkingStrings {
  return TRANSLATIONS[languageFor(localeTag)];
}

/**
 * The locale of dates: Flex's, else the browser's if it is English as the strings are then (30 Jan or Jan 30), so that
 * no sentence mixes two languages.
 */
export function dateLocaleFor(localeTag: string | undefined, browserLanguages: readonly string[]): string {
  return localeTag ?? browserLanguages.find((language) => /^en\b/i.test(language)) ?? 'en-US';
}
