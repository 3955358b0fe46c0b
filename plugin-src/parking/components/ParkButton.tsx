import { Box } from '@twilio-paste/core/box';
import { Button } from '@twilio-paste/core/button';
import { PauseIcon } from '@twilio-paste/icons/cjs/PauseIcon';
import React from 'react';

import { useKeyTarget } from '../hooks/use-key-target';
import { useParkButton } from '../hooks/use-park-button';
import { useParkDialog } from '../hooks/use-park-dialog';
import type { HeaderTask } from '../parking-services';
import { ParkDialog } from './ParkDialog';
import { ParkUntilButton } from './ParkUntilButton';

/** In the task canvas header, beside Flex's own buttons. Flex passes the task. */
export function ParkButton({ task }: { task?: HeaderTask }) {
  const button = useParkButton(task);
  const dialog = useParkDialog(task);
  useKeyTarget('park', button.status === 'ready' ? () => button.press() : undefined);
  if (button.status === 'hidden') return null;
  return (
    <Box marginX="space30" display="flex" alignItems="center" columnGap="space10" data-testid="park-interaction">
      <Button
        variant="secondary"
        // In a narrow canvas every pixel is the customer’s name.
        size="small"
        disabled={button.status === 'disabled'}
        loading={button.status === 'busy'}
        title={button.title}
        aria-label={button.label}
        onClick={button.status === 'ready' ? () => button.press() : undefined}
      >
        <PauseIcon decorative />
        {button.text}
      </Button>
      {button.until && <ParkUntilButton until={button.until} />}
      {dialog.status === 'open' && <ParkDialog dialog={dialog} />}
    </Box>
  );
}
