import { parkInteraction } from './park-interaction';
import { problemsOf } from './problems';
import type { Problem } from './problems';
import { uiAttributes as uiAttributesSchema } from './ui-attributes';

/** The feature's settings as code uses them. `functionsUrl` is an https origin without a slash at the end. */
export type ParkInteractionSettings =
  | { enabled: true; showList: boolean; functionsUrl: string }
  | { enabled: false; showList: boolean; functionsUrl: string | undefined };

export type ParkInteractionSettingsResult =
  | { ok: true; settings: ParkInteractionSettings }
  | { ok: false; problems: Problem[] };

const URL_PATH = 'ui_attributes.custom_data.serverless_functions_url';

/**
 * Reads the feature's settings from the `ui_attributes` of a Flex configuration.
 * No `ui_attributes`, no `custom_data` or no `park_interaction` means: switched off. `functionsUrl` may be missing then.
 */
export function parkInteractionSettings(uiAttributes: unknown): ParkInteractionSettingsResult {
  const parsed = uiAttributesSchema.safeParse(uiAttributes ?? {});
  if (!parsed.success) {
    const allowed = Object.keys(parkInteraction.shape);
    return { ok: false, problems: problemsOf(parsed.error.issues, { root: 'ui_attributes', allowed }) };
  }
  const customData = parsed.data.custom_data;
  const feature = customData?.features?.park_interaction;
  const functionsUrl = customData?.serverless_functions_url ?? undefined;
  const showList = feature?.show_list ?? false;
  if (!feature?.enabled) return { ok: true, settings: { enabled: false, showList, functionsUrl } };
  if (!functionsUrl) {
    return { ok: false, problems: [{ path: URL_PATH, message: 'is required while park_interaction is enabled' }] };
  }
  return { ok: true, settings: { enabled: true, showList, functionsUrl } };
}
