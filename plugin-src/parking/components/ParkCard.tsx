import { Box } from '@twilio-paste/core/box';
import { Text } from '@twilio-paste/core/text';
import React from 'react';

import { useParkCard, type ParkCardTexts } from '../hooks/use-park-card';
import type { HeaderTask } from '../parking-services';
import { ParkAgainButton } from './ParkAgainButton';

/** Above the conversation: what the agent who parked it left, and a button to park it again. Flex passes the task. */
export function ParkCard({ task }: { task?: HeaderTask }) {
  const card = useParkCard(task);
  if (!card) return null;
  return (
    <Box
      as="aside"
      aria-label={card.label}
      display="flex"
      flexDirection="column"
      rowGap="space30"
      flexShrink={0}
      padding="space40"
      backgroundColor="colorBackground"
      borderBottomStyle="solid"
      borderBottomWidth="borderWidth10"
      borderBottomColor="colorBorderWeaker"
    >
      <CardTexts card={card} />
      <ParkAgainButton task={task} />
    </Box>
  );
}

function CardTexts({ card }: { card: ParkCardTexts }) {
  return (
    <Box
      display="flex"
      flexDirection="column"
      rowGap="space20"
      maxHeight="size20"
      overflowY="auto"
      // Long notes scroll, also by keyboard, and leave the button in sight.
      tabIndex={0}
    >
      <Text as="p" fontWeight="fontWeightSemibold" title={card.parkedAt.absolute}>
        {card.parked}{' '}
        <Text as="span" color="colorTextWeak" fontWeight="fontWeightNormal">
          {card.times}
        </Text>
      </Text>
      {card.askedFor && <Text as="p">{card.askedFor}</Text>}
      {card.event && (
        <Text as="p" wordBreak="break-word">
          {card.event}
        </Text>
      )}
      {card.reason && <Text as="p">{card.reason}</Text>}
      {card.note && (
        <Text as="p" wordBreak="break-word">
          {card.note}
        </Text>
      )}
    </Box>
  );
}
