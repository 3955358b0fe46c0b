import { Alert } from '@twilio-paste/core/alert';
import { Box } from '@twilio-paste/core/box';
import { Button } from '@twilio-paste/core/button';
import { Text } from '@twilio-paste/core/text';
import React from 'react';

import type { ParkedInteractions } from '../hooks/use-parked-interactions';
import { useParkingServices } from '../parking-services';

export function ErrorState({ error }: { error: Extract<ParkedInteractions, { status: 'error' }> }) {
  const { text } = useParkingServices();
  return (
    <Alert variant="error">
      <Text as="p" fontWeight="fontWeightSemibold">
        {error.title}
      </Text>
      <Text as="p">{error.explanation}</Text>
      <Box marginTop="space40">
        <Button variant="secondary" size="small" onClick={error.retry}>
          {text('ParkInteractionRetry')}
        </Button>
      </Box>
    </Alert>
  );
}
