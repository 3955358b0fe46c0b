import {
  parkInteractionSettings,
  type ParkInteractionSettings,
} from '../../flex-config/schema/park-interaction-settings';

/** A way that replies may go: in general, or of one queue. */
export type ReplyWay = Pick<ParkInteractionSettings, 'onCustomerReply' | 'replyQueue' | 'studioFlowSid'>;

export function replyWays(settings: ParkInteractionSettings): ReplyWay[] {
  return [settings, ...Object.values(settings.queues).map((own) => ({ ...settings, ...own }))];
}

/** The flows that replies go into; none where the settings are wrong. */
export function replyFlows(uiAttributes: unknown): string[] {
  const read = parkInteractionSettings(uiAttributes);
  return read.ok ? flowsOf(replyWays(read.settings)) : [];
}

export function flowsOf(ways: ReplyWay[]): string[] {
  const named = ways.flatMap(({ onCustomerReply, studioFlowSid }) =>
    onCustomerReply === 'studio' && studioFlowSid !== null ? [studioFlowSid] : [],
  );
  return [...new Set(named)];
}
