/** What an admin turns on in the Console; all of it is off in a new account. */
export const flexFeatures = ['transfer', 'leave', 'pause'] as const;

export type FlexFeature = (typeof flexFeatures)[number];

/** Flags of Flex UI 2.17, by the names in its bundle. */
export function featureFlags(features: readonly FlexFeature[]) {
  return [
    { id: 'new-transfer-experience', enabled: features.includes('transfer') },
    { id: 'leave-pause-resume-all-digital-channels', enabled: endMethods(features) !== null },
  ];
}

/** `agent_conv_end_methods` of the Configuration. */
export function endMethods(features: readonly FlexFeature[]): { readonly enabled: readonly string[] } | null {
  const enabled = [...(features.includes('leave') ? ['Leave'] : []), ...(features.includes('pause') ? ['Pause'] : [])];
  return enabled.length > 0 ? { enabled } : null;
}
