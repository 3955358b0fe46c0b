import { Table, TBody, Th, THead, Tr } from '@twilio-paste/core/table';
import React from 'react';

import type { ParkedRow } from '../hooks/parked-row';
import type { Selection } from '../hooks/use-selection';
import { useParkingServices } from '../parking-services';
import type { SortColumn } from '../state/list-view';
import { ParkedInteractionRow } from './ParkedInteractionRow';
import { SelectAllHeader } from './SelectAllHeader';
import { SortableHeader } from './SortableHeader';

interface Props {
  rows: readonly ParkedRow[];
  columns: readonly SortColumn[];
  labelledBy: string;
  /** Absent where rows cannot be chosen. */
  selection?: Selection | undefined;
  preview: (row: ParkedRow) => void;
}

export function ParkedInteractionsTable({ columns, labelledBy, preview, rows, selection }: Props) {
  const { text } = useParkingServices();
  return (
    <Table aria-labelledby={labelledBy} variant="default" scrollHorizontally>
      <THead>
        <Tr>
          {selection && <SelectAllHeader selection={selection} />}
          {columns.map((column) => (
            <SortableHeader key={column} column={column} />
          ))}
          <Th textAlign="right">{text('ParkInteractionColumnAction')}</Th>
        </Tr>
      </THead>
      <TBody>
        {rows.map((row) => (
          <ParkedInteractionRow
            key={row.conversationSid}
            row={row}
            columns={columns}
            selection={selection}
            preview={preview}
          />
        ))}
      </TBody>
    </Table>
  );
}
