import { camelized } from './camel-case';
import { featureKeyIn } from './feature-key';
import { FUNCTIONS_URL } from './functions-url';
import { isJsonObject, lenientFeature } from './lenient-feature';
import { parkInteraction, type FeatureSettings, type ParkInteraction } from './park-interaction';
import type { Problem, RuntimeProblem } from './problems';

export type { FeatureSettings } from './park-interaction';

/** The feature's settings as the plugin uses them. `functionsUrl` is an https origin without a slash at the end. */
export type ParkInteractionSettings = FeatureSettings &
  ({ enabled: true; functionsUrl: string } | { enabled: false; functionsUrl: string | undefined });

export interface ReadFeature {
  settings: FeatureSettings;
  problems: RuntimeProblem[];
  /** false: not even the place of the settings could be read, and `settings` is all defaults, which means off. */
  isReadable: boolean;
}

const CUSTOM_DATA = 'ui_attributes.custom_data';

/**
 * What the Functions need of `ui_attributes`, at run time: there are always settings, and a wrong or unknown one costs
 * only itself. No `ui_attributes`, no `custom_data` or no feature means: switched off.
 */
export function featureSettings(uiAttributes: unknown): ReadFeature {
  const found = findFeature(uiAttributes);
  if (found.kind === 'unreadable') {
    const problem = { path: found.path, message: 'must be an object', instead: 'parking is off' };
    return { settings: settingsOf(parkInteraction.parse({})), problems: [problem], isReadable: false };
  }
  const { values, wrong } = lenientFeature(found.feature);
  const { settings, problems } = withFlows(settingsOf(values), found.path);
  const named = wrong.map(({ path, ...what }) => ({ path: [found.path, ...path].join('.'), ...what }));
  return { settings, problems: [...named, ...problems], isReadable: true };
}

/** The same for the plugin, which is off without the address of the Functions. */
export function parkInteractionSettings(uiAttributes: unknown): {
  settings: ParkInteractionSettings;
  problems: RuntimeProblem[];
} {
  const { settings, problems } = featureSettings(uiAttributes);
  const url = readUrl(uiAttributes);
  const functionsUrl = url.address;
  if (settings.enabled && functionsUrl !== undefined) {
    return { settings: { ...settings, enabled: true, functionsUrl }, problems };
  }
  const message = url.problem ?? (settings.enabled ? 'is required while parking is enabled' : undefined);
  const path = `${CUSTOM_DATA}.serverless_functions_url`;
  return {
    settings: { ...settings, enabled: false, functionsUrl },
    problems: message === undefined ? problems : [...problems, { path, message, instead: 'the plugin is off' }],
  };
}

/** The strict reading, for commands: settings that have no problem at all. */
export function validSettings(
  uiAttributes: unknown,
): { ok: true; settings: ParkInteractionSettings } | { ok: false; problems: Problem[] } {
  const { settings, problems } = parkInteractionSettings(uiAttributes);
  if (problems.length === 0) return { ok: true, settings };
  return { ok: false, problems: problems.map(({ path, message }) => ({ path, message })) };
}

type Found = { kind: 'unreadable'; path: string } | { kind: 'feature'; path: string; feature: Record<string, unknown> };

function findFeature(uiAttributes: unknown): Found {
  const root = uiAttributes ?? {};
  if (!isJsonObject(root)) return unreadable('ui_attributes');
  const customData = root.custom_data ?? {};
  if (!isJsonObject(customData)) return unreadable(CUSTOM_DATA);
  const features = customData.features ?? {};
  if (!isJsonObject(features)) return unreadable(`${CUSTOM_DATA}.features`);
  const key = featureKeyIn(features);
  const path = `${CUSTOM_DATA}.features.${key}`;
  const feature = features[key] ?? {};
  return isJsonObject(feature) ? { kind: 'feature', path, feature } : unreadable(path);
}

const unreadable = (path: string): Found => ({ kind: 'unreadable', path });

function readUrl(uiAttributes: unknown): { address?: string; problem?: string } {
  const customData = isJsonObject(uiAttributes) ? uiAttributes.custom_data : undefined;
  const held = isJsonObject(customData) ? customData.serverless_functions_url : undefined;
  if (held == null) return {};
  const parsed = FUNCTIONS_URL.schema.safeParse(held);
  return parsed.success ? { address: parsed.data } : { problem: parsed.error.issues[0]?.message };
}

function settingsOf(values: ParkInteraction): FeatureSettings {
  const { queues, ...general } = values;
  const byQueue = Object.entries(queues).map(([queue, own]) => [queue, camelized(own)] as const);
  return { ...camelized(general), queues: Object.fromEntries(byQueue) };
}

/** Replies that go to a flow need to know which; without one they go by the workflow. */
function withFlows(settings: FeatureSettings, root: string): Pick<ReadFeature, 'settings' | 'problems'> {
  const message = 'is required while on_customer_reply is studio';
  const problemAt = (at: string) => ({
    path: `${root}.${at}studio_flow_sid`,
    message,
    instead: 'replies go by the workflow',
  });
  const lacking = Object.entries(settings.queues).filter(
    ([, own]) => own.onCustomerReply === 'studio' && lacksFlow({ ...settings, ...own }),
  );
  const byWorkflow = { onCustomerReply: 'workflow' } as const;
  const repaired = lacking.map(([queue, own]) => [queue, { ...own, ...byWorkflow }] as const);
  const general = lacksFlow(settings);
  return {
    settings: {
      ...settings,
      ...(general && byWorkflow),
      queues: { ...settings.queues, ...Object.fromEntries(repaired) },
    },
    problems: [...(general ? [problemAt('')] : []), ...lacking.map(([queue]) => problemAt(`queues.${queue}.`))],
  };
}

function lacksFlow({ onCustomerReply, studioFlowSid }: FeatureSettings): boolean {
  return onCustomerReply === 'studio' && studioFlowSid === null;
}
