import { Button } from '@twilio-paste/core/button';
import { Td, Th, Tr } from '@twilio-paste/core/table';
import { Truncate } from '@twilio-paste/core/truncate';
import React from 'react';

import type { ParkedRow } from '../hooks/use-parked-interactions';
import { useParkingServices } from '../parking-services';
import { ChannelLabel } from './ChannelLabel';

export function ParkedInteractionRow({ row }: { row: ParkedRow }) {
  const { text } = useParkingServices();
  return (
    <Tr>
      <Th scope="row">
        <Truncate title={row.customerName}>{row.customerName}</Truncate>
      </Th>
      <Td>
        <Truncate title={row.customerAddress}>{row.customerAddress}</Truncate>
      </Td>
      <Td>
        <time dateTime={row.parkedAt.iso} title={row.parkedAt.absolute}>
          {row.parkedAt.relative}
        </time>
      </Td>
      <Td>
        <ChannelLabel {...row.channel} />
      </Td>
      <Td textAlign="right">
        <Button
          variant="secondary"
          size="small"
          loading={row.unparking}
          aria-label={row.unparkLabel}
          onClick={row.unpark}
        >
          {text('ParkInteractionUnpark')}
        </Button>
      </Td>
    </Tr>
  );
}
