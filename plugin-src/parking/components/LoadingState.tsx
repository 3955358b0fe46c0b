import { Box } from '@twilio-paste/core/box';
import { ScreenReaderOnly } from '@twilio-paste/core/screen-reader-only';
import { SkeletonLoader } from '@twilio-paste/core/skeleton-loader';
import { Stack } from '@twilio-paste/core/stack';
import React from 'react';

import { useParkingServices } from '../parking-services';

const PLACEHOLDER_ROWS = ['first', 'second', 'third', 'fourth'] as const;

export function LoadingState({ label }: { label?: string }) {
  const { text } = useParkingServices();
  return (
    <Box aria-busy="true">
      <ScreenReaderOnly>{label ?? text('ParkInteractionLoading')}</ScreenReaderOnly>
      <Stack orientation="vertical" spacing="space40">
        {PLACEHOLDER_ROWS.map((row) => (
          <SkeletonLoader key={row} height="sizeIcon70" />
        ))}
      </Stack>
    </Box>
  );
}
