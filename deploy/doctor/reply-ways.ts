import { featureSettings, type FeatureSettings } from '../../flex-config/schema/park-interaction-settings';

/** A way that replies may go: in general, or of one queue. */
export type ReplyWay = Pick<FeatureSettings, 'onCustomerReply' | 'replyQueue' | 'studioFlowSid'>;

export function replyWays(settings: FeatureSettings): ReplyWay[] {
  return [settings, ...Object.values(settings.queues).map((own) => ({ ...settings, ...own }))];
}

/** The flows that replies go into. */
export function replyFlows(uiAttributes: unknown): string[] {
  return flowsOf(replyWays(featureSettings(uiAttributes).settings));
}

export function flowsOf(ways: ReplyWay[]): string[] {
  const named = ways.flatMap(({ onCustomerReply, studioFlowSid }) =>
    onCustomerReply === 'studio' && studioFlowSid !== null ? [studioFlowSid] : [],
  );
  return [...new Set(named)];
}
