import { Alert } from '@twilio-paste/core/alert';
import { Box } from '@twilio-paste/core/box';
import React from 'react';

import { useParkingServices } from '../parking-services';

export function ReconnectingNotice() {
  const { text } = useParkingServices();
  return (
    <Box marginBottom="space60">
      <Alert variant="warning">{text('ParkInteractionReconnecting')}</Alert>
    </Box>
  );
}
