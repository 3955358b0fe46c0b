import { z } from 'zod';

const HTTPS_ORIGIN = /^https:\/\/[a-z0-9][a-z0-9.-]*(:\d+)?\/?$/i;

const RULE = 'must be the https address of the deployed Functions, for example https://parking-1234.twil.io';

/** `ui_attributes.custom_data.serverless_functions_url`: an https origin; a slash at the end is dropped. */
export const functionsUrl = z
  .string({ invalid_type_error: RULE })
  .regex(HTTPS_ORIGIN, RULE)
  .transform((url) => url.replace(/\/$/, ''));
