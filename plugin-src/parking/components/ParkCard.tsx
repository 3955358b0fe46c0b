import { Box } from '@twilio-paste/core/box';
import { Text } from '@twilio-paste/core/text';
import React from 'react';

import { useParkCard } from '../hooks/use-park-card';

/** Above the conversation: what the agent who parked it left. Flex passes the task. */
export function ParkCard({ task }: { task?: { readonly attributes: unknown } }) {
  const card = useParkCard(task);
  if (!card) return null;
  return (
    <Box
      as="aside"
      aria-label={card.label}
      display="flex"
      flexDirection="column"
      rowGap="space20"
      flexShrink={0}
      maxHeight="size20"
      overflowY="auto"
      padding="space40"
      backgroundColor="colorBackground"
      borderBottomStyle="solid"
      borderBottomWidth="borderWidth10"
      borderBottomColor="colorBorderWeaker"
      // Long notes scroll, also by keyboard.
      tabIndex={0}
    >
      <Text as="p" fontWeight="fontWeightSemibold" title={card.parkedAt.absolute}>
        {card.parked}{' '}
        <Text as="span" color="colorTextWeak" fontWeight="fontWeightNormal">
          {card.times}
        </Text>
      </Text>
      {card.reason && <Text as="p">{card.reason}</Text>}
      {card.note && (
        <Text as="p" wordBreak="break-word">
          {card.note}
        </Text>
      )}
    </Box>
  );
}
