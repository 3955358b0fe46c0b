import { Box } from '@twilio-paste/core/box';
import { Heading } from '@twilio-paste/core/heading';
import { Paragraph } from '@twilio-paste/core/paragraph';
import React from 'react';

import { useParkingServices } from '../parking-services';
import { ReconnectingNotice } from './ReconnectingNotice';

export function EmptyState({ reconnecting, scope }: { reconnecting: boolean; scope: 'mine' | 'everyone' }) {
  const { text } = useParkingServices();
  return (
    <>
      {reconnecting && <ReconnectingNotice />}
      <Box maxWidth="size50" marginX="auto" paddingY="space120" textAlign="center">
        <Heading as="h2" variant="heading30">
          {text('ParkInteractionEmptyTitle')}
        </Heading>
        <Paragraph marginBottom="space0">
          {text(scope === 'mine' ? 'ParkInteractionEmptyText' : 'ParkInteractionEveryoneEmpty')}
        </Paragraph>
      </Box>
    </>
  );
}
