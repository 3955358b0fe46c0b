import { BOARD_EN_US } from './board/en-us';
import { BOARD_ES_ES } from './board/es-es';
import { BOARD_ES_MX } from './board/es-mx';
import { BOARD_PT_BR } from './board/pt-br';
import { BOARD_TH } from './board/th';
import { BOARD_ZH_HANS } from './board/zh-hans';
import { EN_US } from './en-us';
import { ES_ES } from './es-es';
import { ES_MX } from './es-mx';
import { HISTORY_EN_US } from './history/en-us';
import { HISTORY_ES_ES } from './history/es-es';
import { HISTORY_ES_MX } from './history/es-mx';
import { HISTORY_PT_BR } from './history/pt-br';
import { HISTORY_TH } from './history/th';
import { HISTORY_ZH_HANS } from './history/zh-hans';
import { LIST_EN_US } from './list/en-us';
import { LIST_ES_ES } from './list/es-es';
import { LIST_ES_MX } from './list/es-mx';
import { LIST_PT_BR } from './list/pt-br';
import { LIST_TH } from './list/th';
import { LIST_ZH_HANS } from './list/zh-hans';
import type { ParkingStrings } from './parking-strings';
import { PT_BR } from './pt-br';
import { REMINDERS_EN_US } from './reminders/en-us';
import { REMINDERS_ES_ES } from './reminders/es-es';
import { REMINDERS_ES_MX } from './reminders/es-mx';
import { REMINDERS_PT_BR } from './reminders/pt-br';
import { REMINDERS_TH } from './reminders/th';
import { REMINDERS_ZH_HANS } from './reminders/zh-hans';
import { SETTINGS_EN_US } from './settings/en-us';
import { SETTINGS_ES_ES } from './settings/es-es';
import { SETTINGS_ES_MX } from './settings/es-mx';
import { SETTINGS_PT_BR } from './settings/pt-br';
import { SETTINGS_TH } from './settings/th';
import { SETTINGS_ZH_HANS } from './settings/zh-hans';
import { SILENCE_EN_US } from './silence/en-us';
import { SILENCE_ES_ES } from './silence/es-es';
import { SILENCE_ES_MX } from './silence/es-mx';
import { SILENCE_PT_BR } from './silence/pt-br';
import { SILENCE_TH } from './silence/th';
import { SILENCE_ZH_HANS } from './silence/zh-hans';
import { TH } from './th';
import { UNTIL_EN_US } from './until/en-us';
import { UNTIL_ES_ES } from './until/es-es';
import { UNTIL_ES_MX } from './until/es-mx';
import { UNTIL_PT_BR } from './until/pt-br';
import { UNTIL_TH } from './until/th';
import { UNTIL_ZH_HANS } from './until/zh-hans';
import { ZH_HANS } from './zh-hans';

export const LANGUAGES = ['en-US', 'es-ES', 'es-MX', 'pt-BR', 'th', 'zh-Hans'] as const;
export type Language = (typeof LANGUAGES)[number];

export const TRANSLATIONS = {
  'en-US': {
    ...EN_US,
    ...BOARD_EN_US,
    ...HISTORY_EN_US,
    ...LIST_EN_US,
    ...REMINDERS_EN_US,
    ...SETTINGS_EN_US,
    ...SILENCE_EN_US,
    ...UNTIL_EN_US,
  },
  'es-ES': {
    ...ES_ES,
    ...BOARD_ES_ES,
    ...HISTORY_ES_ES,
    ...LIST_ES_ES,
    ...REMINDERS_ES_ES,
    ...SETTINGS_ES_ES,
    ...SILENCE_ES_ES,
    ...UNTIL_ES_ES,
  },
  'es-MX': {
    ...ES_MX,
    ...BOARD_ES_MX,
    ...HISTORY_ES_MX,
    ...LIST_ES_MX,
    ...REMINDERS_ES_MX,
    ...SETTINGS_ES_MX,
    ...SILENCE_ES_MX,
    ...UNTIL_ES_MX,
  },
  'pt-BR': {
    ...PT_BR,
    ...BOARD_PT_BR,
    ...HISTORY_PT_BR,
    ...LIST_PT_BR,
    ...REMINDERS_PT_BR,
    ...SETTINGS_PT_BR,
    ...SILENCE_PT_BR,
    ...UNTIL_PT_BR,
  },
  th: { ...TH, ...BOARD_TH, ...HISTORY_TH, ...LIST_TH, ...REMINDERS_TH, ...SETTINGS_TH, ...SILENCE_TH, ...UNTIL_TH },
  'zh-Hans': {
    ...ZH_HANS,
    ...BOARD_ZH_HANS,
    ...HISTORY_ZH_HANS,
    ...LIST_ZH_HANS,
    ...REMINDERS_ZH_HANS,
    ...SETTINGS_ZH_HANS,
    ...SILENCE_ZH_HANS,
    ...UNTIL_ZH_HANS,
  },
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
