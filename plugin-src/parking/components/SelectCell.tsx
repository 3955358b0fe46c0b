import { Checkbox } from '@twilio-paste/core/checkbox';
import { ScreenReaderOnly } from '@twilio-paste/core/screen-reader-only';
import { Td } from '@twilio-paste/core/table';
import React from 'react';

import type { ParkedRow } from '../hooks/parked-row';
import type { Selection } from '../hooks/use-selection';
import { useParkingServices } from '../parking-services';

/** Chooses a row. */
export function SelectCell({ row, selection }: { row: ParkedRow; selection: Selection }) {
  const { text } = useParkingServices();
  const { conversationSid, customerName } = row;
  return (
    <Td>
      <Checkbox
        checked={selection.isSelected(conversationSid)}
        disabled={!row.canUnpark || row.unparking}
        onChange={(event) => selection.change(conversationSid, event.target.checked)}
      >
        <ScreenReaderOnly>{text('ParkInteractionSelectRow', { customerName })}</ScreenReaderOnly>
      </Checkbox>
    </Td>
  );
}
