import { Box } from '@twilio-paste/core/box';
import { Table, TBody, Td, Th, THead, Tr } from '@twilio-paste/core/table';
import { Text } from '@twilio-paste/core/text';
import { Truncate } from '@twilio-paste/core/truncate';
import React from 'react';

import type { HistoryEntry } from '../../../serverless-functions/src/contract/history';
import { plainAddress } from '../hooks/channel';
import { duration, pastMoment } from '../hooks/moment';
import { useParkingServices } from '../parking-services';
import type { StringKey } from '../strings/parking-strings';
import { LIST_HEADING_ID } from './ListHeader';

const COLUMNS = [
  'ParkInteractionColumnCustomer',
  'ParkInteractionHistoryBy',
  'ParkInteractionColumnParkedAt',
  'ParkInteractionHistoryReason',
  'ParkInteractionHistoryHow',
  'ParkInteractionHistoryTaken',
] as const satisfies readonly StringKey[];

export function HistoryTable({ entries }: { entries: readonly HistoryEntry[] }) {
  const { text } = useParkingServices();
  return (
    <Table aria-labelledby={LIST_HEADING_ID} variant="default" scrollHorizontally>
      <THead>
        <Tr>
          {COLUMNS.map((column) => (
            <Th key={column}>{text(column)}</Th>
          ))}
        </Tr>
      </THead>
      <TBody>
        {entries.map((entry) => (
          <HistoryRow key={entry.parkId} entry={entry} />
        ))}
      </TBody>
    </Table>
  );
}

function HistoryRow({ entry }: { entry: HistoryEntry }) {
  const { localeTag, now, text } = useParkingServices();
  const moment = (iso: string) => pastMoment(iso, { now: now(), localeTag });
  const parkedAt = moment(entry.parkedAt);
  const endedAt = moment(entry.endedAt);
  const parkedMs = Date.parse(entry.returnedAt ?? entry.endedAt) - Date.parse(entry.parkedAt);
  return (
    <Tr>
      <Two first={entry.customerName} second={plainAddress(entry.customerAddress)} />
      <Two first={entry.parkedBy.name} second={entry.queueName} />
      <Two
        first={<time dateTime={parkedAt.iso}>{parkedAt.absolute}</time>}
        second={text('ParkInteractionHistoryFor', { duration: duration(parkedMs, localeTag) })}
      />
      <Two first={entry.reason ?? ''} />
      <Two
        first={text(`ParkInteractionEnded_${entry.how}`)}
        second={<time dateTime={endedAt.iso}>{endedAt.absolute}</time>}
      />
      <Two first={entry.takenBy?.name ?? ''} />
    </Tr>
  );
}

function Two({ first, second }: { first: React.ReactNode; second?: React.ReactNode }) {
  return (
    <Td>
      <Box maxWidth="size20">
        {typeof first === 'string' ? <Truncate title={first}>{first}</Truncate> : first}
        {second !== undefined && (
          <Text as="span" display="block" color="colorTextWeak" fontSize="fontSize20">
            {typeof second === 'string' ? <Truncate title={second}>{second}</Truncate> : second}
          </Text>
        )}
      </Box>
    </Td>
  );
}
