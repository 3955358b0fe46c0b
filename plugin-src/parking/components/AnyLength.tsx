import { Box } from '@twilio-paste/core/box';
import React from 'react';

/** Text with somebody's name in it: one without a space must not run out of its dialog. */
export function AnyLength({ children }: { children: string }) {
  return (
    <Box as="span" wordBreak="break-word">
      {children}
    </Box>
  );
}
