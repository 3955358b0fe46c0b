import { z } from 'zod';

const trueOrFalse = (byDefault: boolean) =>
  z.boolean({ invalid_type_error: 'must be true or false' }).default(byDefault);

/** `ui_attributes.custom_data.features.park_interaction`: the feature's settings, all optional, nothing else allowed. */
export const parkInteraction = z
  .object({ enabled: trueOrFalse(false), show_list: trueOrFalse(false) }, { invalid_type_error: 'must be an object' })
  .strict();
export type ParkInteraction = z.infer<typeof parkInteraction>;
