import { z } from 'zod';

import type { Setting } from './setting-kinds';

const HTTPS_ORIGIN = /^https:\/\/[a-z0-9][a-z0-9.-]*(:\d+)?\/?$/i;

const RULE = 'must be the https address of the deployed Functions, for example https://parking-1234.twil.io';

/** `ui_attributes.custom_data.serverless_functions_url`: an https origin; a slash at the end is dropped. */
export const FUNCTIONS_URL = {
  type: 'https address',
  schema: z
    .string({ invalid_type_error: RULE })
    .regex(HTTPS_ORIGIN, RULE)
    .transform((url) => url.replace(/\/$/, '')),
  byDefault: undefined,
  effect:
    'Where the deployed Functions are. The plugin needs it while parking is enabled; npm run deploy writes it, so most environments leave it out.',
} satisfies Setting;
