import { Box } from '@twilio-paste/core/box';
import { Button } from '@twilio-paste/core/button';
import { Th } from '@twilio-paste/core/table';
import { ArrowDownIcon } from '@twilio-paste/icons/cjs/ArrowDownIcon';
import { ArrowUpIcon } from '@twilio-paste/icons/cjs/ArrowUpIcon';
import React from 'react';

import { useListControls } from '../hooks/use-list-controls';
import { useParkingServices } from '../parking-services';
import type { SortColumn } from '../state/list-view';
import type { StringKey } from '../strings/parking-strings';

const TITLES = {
  customer: 'ParkInteractionColumnCustomer',
  agent: 'ParkInteractionColumnAgent',
  parkedAt: 'ParkInteractionColumnParkedAt',
  backAt: 'ParkInteractionUntilColumn',
  channel: 'ParkInteractionColumnChannel',
  replyWindow: 'ParkInteractionColumnWindow',
  reason: 'ParkInteractionColumnReason',
} as const satisfies Record<SortColumn, StringKey>;

export function SortableHeader({ column }: { column: SortColumn }) {
  const { text } = useParkingServices();
  const { sortBy, view } = useListControls();
  const direction = view.sort.column === column ? view.sort.direction : undefined;
  return (
    <Th aria-sort={direction ?? 'none'}>
      <Button variant="reset" size="reset" onClick={() => sortBy(column)}>
        <Box as="span" textAlign="left">
          {text(TITLES[column])}
        </Box>
        {direction === 'ascending' && <ArrowUpIcon decorative size="sizeIcon10" />}
        {direction === 'descending' && <ArrowDownIcon decorative size="sizeIcon10" />}
      </Button>
    </Th>
  );
}
