import { Alert } from '@twilio-paste/core/alert';
import { Box } from '@twilio-paste/core/box';
import { Button } from '@twilio-paste/core/button';
import { Text } from '@twilio-paste/core/text';
import React from 'react';

import { useParkingServices } from '../parking-services';

export function ErrorState({ retry }: { retry: () => void }) {
  const { text } = useParkingServices();
  return (
    <Alert variant="error">
      <Text as="p" fontWeight="fontWeightSemibold">
        {text('ParkInteractionListFailedTitle')}
      </Text>
      <Text as="p">{text('ParkInteractionListFailedText')}</Text>
      <Box marginTop="space40">
        <Button variant="secondary" size="small" onClick={retry}>
          {text('ParkInteractionRetry')}
        </Button>
      </Box>
    </Alert>
  );
}
