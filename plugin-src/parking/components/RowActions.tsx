import { Box } from '@twilio-paste/core/box';
import { Button } from '@twilio-paste/core/button';
import { Td } from '@twilio-paste/core/table';
import { Text } from '@twilio-paste/core/text';
import React from 'react';

import type { ParkedRow } from '../hooks/parked-row';
import { useListScope } from '../hooks/use-list-source';
import { useParkingServices } from '../parking-services';
import { ChangeTime } from './ChangeTime';
import { MoreActions } from './MoreActions';
import { UnparkMenu } from './UnparkMenu';

export function RowActions({ preview, row }: { row: ParkedRow; preview: (row: ParkedRow) => void }) {
  const { options, text } = useParkingServices();
  const scope = useListScope();
  return (
    <Td textAlign="right">
      {/* On a board with every column they stand one below the other, rather than out of sight. */}
      <Box
        display="flex"
        flexWrap="wrap"
        justifyContent="flex-end"
        alignItems="center"
        columnGap="space40"
        rowGap="space30"
        whiteSpace="nowrap"
      >
        <Button variant="link" size="reset" aria-label={row.previewLabel} onClick={() => preview(row)}>
          {text('ParkInteractionPreview')}
        </Button>
        {options.parkUntil && <ChangeTime row={row} />}
        {options.wakeLinks && <MoreActions row={row} />}
        {scope === 'mine' ? <UnparkButton row={row} /> : <UnparkMenu row={row} />}
      </Box>
      {(row.remark ?? row.waitsBecause) && (
        <Text as="span" display="block" color="colorTextWeak" fontSize="fontSize20" marginTop="space20">
          {row.remark ?? row.waitsBecause}
        </Text>
      )}
    </Td>
  );
}

function UnparkButton({ row }: { row: ParkedRow }) {
  const { text, unpark } = useParkingServices();
  return (
    <Button
      variant="secondary"
      size="small"
      loading={row.unparking}
      aria-label={row.unparkLabel}
      title={row.waitsBecause}
      onClick={() => unpark({ conversationSid: row.conversationSid })}
    >
      {text('ParkInteractionUnpark')}
    </Button>
  );
}
