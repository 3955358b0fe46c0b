import { z } from 'zod';

import { functionsUrl } from './functions-url';
import { parkInteraction } from './park-interaction';

const MUST_BE_OBJECT = { invalid_type_error: 'must be an object' };

/**
 * Our part of the Flex configuration's `ui_attributes`; every other key belongs to others and is kept as it is.
 * Source: twilio.com/docs/flex/developer/config/flex-configuration-rest-api
 */
export const uiAttributes = z
  .object(
    {
      custom_data: z
        .object(
          {
            serverless_functions_url: functionsUrl.nullish(),
            features: z.object({ park_interaction: parkInteraction.nullish() }, MUST_BE_OBJECT).passthrough().nullish(),
          },
          MUST_BE_OBJECT,
        )
        .passthrough()
        .nullish(),
    },
    MUST_BE_OBJECT,
  )
  .passthrough();
