import { Badge, type BadgeProps } from '@twilio-paste/core/badge';
import { Box } from '@twilio-paste/core/box';
import { Td } from '@twilio-paste/core/table';
import { Text } from '@twilio-paste/core/text';
import { Truncate } from '@twilio-paste/core/truncate';
import React from 'react';

import type { ParkedRow } from '../hooks/parked-row';
import type { SortColumn } from '../state/list-view';
import { ChannelLabel } from './ChannelLabel';

export function ParkedCell({ column, row }: { column: SortColumn; row: ParkedRow }) {
  return (
    <Td>
      <CellContent column={column} row={row} />
    </Td>
  );
}

function CellContent({ column, row }: { column: SortColumn; row: ParkedRow }) {
  switch (column) {
    case 'customer':
      return <>{row.customerName}</>;
    case 'agent':
      return <AgentAndQueue row={row} />;
    case 'parkedAt':
      return <ParkedAt row={row} />;
    case 'backAt':
      return <ComesBack back={row.back} />;
    case 'channel':
      return <ChannelLabel {...row.channel} />;
    case 'replyWindow':
      return <ReplyWindow window={row.replyWindow} />;
    case 'reason':
      return <ReasonAndNote row={row} />;
  }
}

function AgentAndQueue({ row }: { row: ParkedRow }) {
  return (
    <Box maxWidth="size20">
      <Truncate title={row.agentName}>{row.agentName}</Truncate>
      <Text as="span" display="block" color="colorTextWeak" fontSize="fontSize20">
        <Truncate title={row.queueName}>{row.queueName}</Truncate>
      </Text>
    </Box>
  );
}

function ParkedAt({ row }: { row: ParkedRow }) {
  return (
    <>
      <time dateTime={row.parkedAt.iso} title={row.parkedAt.absolute}>
        {row.parkedAt.relative}
      </time>
      {row.leaves && (
        <Text as="span" display="block" color="colorTextWeak" fontSize="fontSize20" title={row.leaves.title}>
          {row.leaves.label}
        </Text>
      )}
    </>
  );
}

function ComesBack({ back: { iso, isDue, label, replies, title } }: { back: ParkedRow['back'] }) {
  return (
    <Box whiteSpace="nowrap">
      {isDue ? (
        <Badge as="span" variant="warning" title={title}>
          {label}
        </Badge>
      ) : (
        <time dateTime={iso} title={title}>
          {label}
        </time>
      )}
      {replies && (
        <Box marginTop="space10">
          {replies.isUnread ? (
            <Badge as="span" variant="info" title={replies.title}>
              {replies.label}
            </Badge>
          ) : (
            <Text as="span" color="colorTextWeak" fontSize="fontSize20" title={replies.title}>
              {replies.label}
            </Text>
          )}
        </Box>
      )}
    </Box>
  );
}

const BADGES = { warning: 'warning', closed: 'error' } as const satisfies Record<string, BadgeProps['variant']>;

function ReplyWindow({ window: { label, mood, title } }: { window: ParkedRow['replyWindow'] }) {
  if (mood === 'plain') return <span title={title}>{label}</span>;
  return (
    <Box whiteSpace="nowrap">
      <Badge as="span" variant={BADGES[mood]} title={title}>
        {label}
      </Badge>
    </Box>
  );
}

function ReasonAndNote({ row: { note, reason } }: { row: ParkedRow }) {
  return (
    <Box maxWidth="size20">
      {reason && (
        <Text as="span" display="block" fontWeight="fontWeightMedium">
          <Truncate title={reason}>{reason}</Truncate>
        </Text>
      )}
      {note && (
        <Text as="span" display="block" fontSize="fontSize20">
          <Truncate title={note}>{note}</Truncate>
        </Text>
      )}
    </Box>
  );
}
