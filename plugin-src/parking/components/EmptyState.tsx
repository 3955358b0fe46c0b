import { Box } from '@twilio-paste/core/box';
import { Heading } from '@twilio-paste/core/heading';
import { Paragraph } from '@twilio-paste/core/paragraph';
import React from 'react';

import { useParkingServices } from '../parking-services';

export function EmptyState() {
  const { text } = useParkingServices();
  return (
    <Box maxWidth="size50" marginX="auto" paddingY="space120" textAlign="center">
      <Heading as="h2" variant="heading30">
        {text('ParkInteractionEmptyTitle')}
      </Heading>
      <Paragraph marginBottom="space0">{text('ParkInteractionEmptyText')}</Paragraph>
    </Box>
  );
}
