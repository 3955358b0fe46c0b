import { Table, TBody, Th, THead, Tr } from '@twilio-paste/core/table';
import React from 'react';

import type { ParkedRow } from '../hooks/use-parked-interactions';
import { useParkingServices } from '../parking-services';
import { ParkedInteractionRow } from './ParkedInteractionRow';

export function ParkedInteractionsTable({ rows, labelledBy }: { rows: readonly ParkedRow[]; labelledBy: string }) {
  const { text } = useParkingServices();
  return (
    <Table aria-labelledby={labelledBy}>
      <THead>
        <Tr>
          <Th>{text('ParkInteractionColumnCustomer')}</Th>
          <Th>{text('ParkInteractionColumnAddress')}</Th>
          <Th>{text('ParkInteractionColumnParkedAt')}</Th>
          <Th>{text('ParkInteractionColumnChannel')}</Th>
          <Th textAlign="right">{text('ParkInteractionColumnAction')}</Th>
        </Tr>
      </THead>
      <TBody>
        {rows.map((row) => (
          <ParkedInteractionRow key={row.conversationSid} row={row} />
        ))}
      </TBody>
    </Table>
  );
}
