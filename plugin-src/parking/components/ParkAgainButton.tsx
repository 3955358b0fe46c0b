import { Box } from '@twilio-paste/core/box';
import { Button } from '@twilio-paste/core/button';
import { Text } from '@twilio-paste/core/text';
import { PauseIcon } from '@twilio-paste/icons/cjs/PauseIcon';
import React from 'react';

import { useParkAgain } from '../hooks/use-park-again';
import type { HeaderTask } from '../parking-services';

/** In the card above the conversation: parks it as before. */
export function ParkAgainButton({ task }: { task: HeaderTask | undefined }) {
  const again = useParkAgain(task);
  if (again.status === 'hidden') return null;
  return (
    <Box display="flex" alignItems="center" columnGap="space30">
      <Button
        variant="secondary"
        size="small"
        disabled={again.status === 'disabled'}
        loading={again.status === 'busy'}
        title={again.title}
        aria-label={again.label}
        onClick={again.press}
      >
        <PauseIcon decorative />
        {again.label}
      </Button>
      {again.until && (
        <Text as="span" color="colorTextWeak" fontSize="fontSize20">
          {again.until}
        </Text>
      )}
    </Box>
  );
}
