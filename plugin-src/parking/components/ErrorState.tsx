import { Alert } from '@twilio-paste/core/alert';
import { Box } from '@twilio-paste/core/box';
import { Button } from '@twilio-paste/core/button';
import { Text } from '@twilio-paste/core/text';
import React from 'react';

import { useParkingServices } from '../parking-services';

interface Failed {
  title: string;
  explanation: string;
  retry: () => void;
  retryLabel?: string;
}

export function ErrorState({ error }: { error: Failed }) {
  const { text } = useParkingServices();
  return (
    <Alert variant="error">
      <Text as="p" fontWeight="fontWeightSemibold">
        {error.title}
      </Text>
      <Text as="p">{error.explanation}</Text>
      <Box marginTop="space40">
        <Button variant="secondary" size="small" onClick={error.retry}>
          {error.retryLabel ?? text('ParkInteractionRetry')}
        </Button>
      </Box>
    </Alert>
  );
}
