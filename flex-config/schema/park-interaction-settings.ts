import { parkInteraction, type ParkInteraction } from './park-interaction';
import { problemsOf } from './problems';
import type { Problem } from './problems';
import { overridesByQueue, queueOverrides, type QueueOverrides } from './queue-overrides';
import { uiAttributes as uiAttributesSchema } from './ui-attributes';

/** What parking does, as code uses it. */
export interface ParkOptions {
  showList: boolean;
  askForNote: boolean;
  noteReasons: string[];
  customerSpokeLast: ParkInteraction['customer_spoke_last'];
  /** The agent completes the parked task himself. */
  wrapUp: boolean;
  /** By language tag, in the order of the configuration. */
  courtesyMessage: Record<string, string>;
  /** null: parked without end. */
  maxParkAgeHours: number | null;
  atMaxParkAge: ParkInteraction['at_max_park_age'];
  onCustomerReply: ParkInteraction['on_customer_reply'];
  workerInviteTimeoutSeconds: number;
  /** How long an agent who unparks has to accept. */
  unparkInviteTimeoutSeconds: number;
  /** `original`, or a queue's SID. */
  replyQueue: ParkInteraction['reply_queue'];
  studioFlowSid: ParkInteraction['studio_flow_sid'];
  studioTimeoutMinutes: number;
  taskRouterEvents: ParkInteraction['taskrouter_events'];
  returningPriorityBoost: number;
  /** null: any number. */
  maxParkedPerAgent: number | null;
  /** By the queue's name or SID. */
  queues: Record<string, QueueOverrides>;
}

/** The feature's settings as code uses them. `functionsUrl` is an https origin without a slash at the end. */
export type ParkInteractionSettings = ParkOptions &
  ({ enabled: true; functionsUrl: string } | { enabled: false; functionsUrl: string | undefined });

export type ParkInteractionSettingsResult =
  | { ok: true; settings: ParkInteractionSettings }
  | { ok: false; problems: Problem[] };

const FEATURE_PATH = 'ui_attributes.custom_data.features.park_interaction';
const URL_PATH = 'ui_attributes.custom_data.serverless_functions_url';

/**
 * Reads the feature's settings from the `ui_attributes` of a Flex configuration.
 * No `ui_attributes`, no `custom_data` or no `park_interaction` means: switched off. `functionsUrl` may be missing then.
 */
export function parkInteractionSettings(uiAttributes: unknown): ParkInteractionSettingsResult {
  const parsed = uiAttributesSchema.safeParse(uiAttributes ?? {});
  if (!parsed.success) {
    const root = 'ui_attributes';
    return { ok: false, problems: problemsOf(parsed.error.issues, { root, allowedAt }) };
  }
  const customData = parsed.data.custom_data;
  const feature = customData?.features?.park_interaction;
  const functionsUrl = customData?.serverless_functions_url ?? undefined;
  const options = optionsOf(feature ?? parkInteraction.parse({}));
  const withoutFlow = routesWithoutFlow(options);
  if (withoutFlow.length > 0) return { ok: false, problems: withoutFlow };
  if (!feature?.enabled) return { ok: true, settings: { ...options, enabled: false, functionsUrl } };
  if (!functionsUrl) {
    return { ok: false, problems: [{ path: URL_PATH, message: 'is required while park_interaction is enabled' }] };
  }
  return { ok: true, settings: { ...options, enabled: true, functionsUrl } };
}

/** Replies that go to a flow need to know which. */
function routesWithoutFlow({ onCustomerReply, studioFlowSid, queues }: ParkOptions): Problem[] {
  const places = [
    { at: '', onCustomerReply, studioFlowSid },
    ...Object.entries(queues).map(([queue, own]) => ({
      at: `queues.${queue}.`,
      onCustomerReply: own.onCustomerReply,
      studioFlowSid: own.studioFlowSid ?? studioFlowSid,
    })),
  ];
  const message = 'is required while on_customer_reply is studio';
  return places
    .filter((place) => place.onCustomerReply === 'studio' && place.studioFlowSid === null)
    .map(({ at }) => ({ path: `${FEATURE_PATH}.${at}studio_flow_sid`, message }));
}

/** The keys that may stand at a path where an unknown one was found. */
function allowedAt(path: readonly (string | number)[]): string[] {
  return Object.keys(path.includes('queues') ? queueOverrides.shape : parkInteraction.shape);
}

function optionsOf(feature: ParkInteraction): ParkOptions {
  return {
    showList: feature.show_list,
    askForNote: feature.ask_for_note,
    noteReasons: feature.note_reasons,
    customerSpokeLast: feature.customer_spoke_last,
    wrapUp: feature.wrap_up,
    courtesyMessage: feature.courtesy_message,
    maxParkAgeHours: feature.max_park_age_hours,
    atMaxParkAge: feature.at_max_park_age,
    onCustomerReply: feature.on_customer_reply,
    workerInviteTimeoutSeconds: feature.worker_invite_timeout_seconds,
    unparkInviteTimeoutSeconds: feature.unpark_invite_timeout_seconds,
    replyQueue: feature.reply_queue,
    studioFlowSid: feature.studio_flow_sid,
    studioTimeoutMinutes: feature.studio_timeout_minutes,
    taskRouterEvents: feature.taskrouter_events,
    returningPriorityBoost: feature.returning_priority_boost,
    maxParkedPerAgent: feature.max_parked_per_agent,
    queues: overridesByQueue(feature.queues),
  };
}
