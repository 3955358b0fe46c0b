import type { ParkInteraction } from './park-interaction';

/** What a person reads about one setting. `default` is null where there is none. */
export interface SettingDoc {
  type: string;
  default: string | null;
  effect: string;
}

/** Dotted paths of all leaves of an object type. */
type Leaves<T> = {
  [Key in keyof T & string]: NonNullable<T[Key]> extends object ? `${Key}.${Leaves<NonNullable<T[Key]>>}` : Key;
}[keyof T & string];

export type SettingPath = 'serverless_functions_url' | `features.park_interaction.${Leaves<ParkInteraction>}`;

/** Every setting below `ui_attributes.custom_data`. A setting without its documentation does not compile. */
export const SETTING_DOCS = {
  serverless_functions_url: {
    type: 'https address',
    default: null,
    effect: 'Where the deployed Functions are. Required while parking is enabled.',
  },
  'features.park_interaction.enabled': {
    type: 'true or false',
    default: 'false',
    effect:
      'Adds the Park button and its actions to Flex. Off leaves no trace in Flex and stops new parks; conversations that are parked already still come back.',
  },
  'features.park_interaction.show_list': {
    type: 'true or false',
    default: 'false',
    effect:
      'Adds the Parked Interactions view. Each park then also writes a Sync map item, and its mapSid and mapItemKey into the conversation attributes.',
  },
} as const satisfies Record<SettingPath, SettingDoc>;
