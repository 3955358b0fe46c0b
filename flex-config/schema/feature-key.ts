/**
 * Where the feature's settings are, below `custom_data.features`. The public template of Twilio has a feature of its
 * own under `park_interaction`; where both are installed, ours is under the other key.
 */
export const FEATURE_KEYS = ['park_interaction', 'conversation_parking'] as const;
export type FeatureKey = (typeof FEATURE_KEYS)[number];

/** The key that counts: our own one where it is there. */
export function featureKeyIn(features: object): FeatureKey {
  return 'conversation_parking' in features && features.conversation_parking != null
    ? 'conversation_parking'
    : 'park_interaction';
}
