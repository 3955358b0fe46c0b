import { Box } from '@twilio-paste/core/box';
import { Td, Tr } from '@twilio-paste/core/table';
import { Text } from '@twilio-paste/core/text';
import { Truncate } from '@twilio-paste/core/truncate';
import React from 'react';

import type { ParkedRow } from '../hooks/parked-row';
import type { Selection } from '../hooks/use-selection';
import type { SortColumn } from '../state/list-view';
import { ParkedCell } from './ParkedCell';
import { RowActions } from './RowActions';
import { SelectCell } from './SelectCell';

interface Props {
  row: ParkedRow;
  columns: readonly SortColumn[];
  selection: Selection | undefined;
  preview: (row: ParkedRow) => void;
}

export function ParkedInteractionRow({ columns, preview, row, selection }: Props) {
  return (
    <Tr verticalAlign="middle">
      {selection && <SelectCell row={row} selection={selection} />}
      <Td role="rowheader">
        {/* A table gives its cells what their words want: without a limit a long name pushes the rest out of sight. */}
        <Box maxWidth="size20">
          <Text as="span" display="block" fontWeight="fontWeightSemibold">
            <Truncate title={row.customerName}>{row.customerName}</Truncate>
          </Text>
          {row.customerAddress && (
            <Text as="span" display="block" color="colorTextWeak" fontSize="fontSize20">
              <Truncate title={row.customerAddress}>{row.customerAddress}</Truncate>
            </Text>
          )}
        </Box>
      </Td>
      {columns
        .filter((column) => column !== 'customer')
        .map((column) => (
          <ParkedCell key={column} column={column} row={row} />
        ))}
      <RowActions row={row} preview={preview} />
    </Tr>
  );
}
