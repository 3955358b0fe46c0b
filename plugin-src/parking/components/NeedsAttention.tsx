import { Alert } from '@twilio-paste/core/alert';
import { Box } from '@twilio-paste/core/box';
import { Heading } from '@twilio-paste/core/heading';
import { Paragraph } from '@twilio-paste/core/paragraph';
import { Text } from '@twilio-paste/core/text';
import React from 'react';

import type { ParkedRow } from '../hooks/parked-row';
import type { ParkedInteractions } from '../hooks/use-parked-interactions';
import { useParkingServices } from '../parking-services';
import { ParkedInteractionsTable } from './ParkedInteractionsTable';

const HEADING_ID = 'park-interaction-needs-attention';

interface Props {
  list: Extract<ParkedInteractions, { status: 'rows' }>;
  preview: (row: ParkedRow) => void;
}

/** What does not reach an agent by itself stands above everything else. */
export function NeedsAttention({ list, preview }: Props) {
  const { text } = useParkingServices();
  return (
    <Box as="section" aria-labelledby={HEADING_ID} marginBottom="space80">
      <Heading as="h2" variant="heading30" id={HEADING_ID} marginBottom="space0">
        {text('ParkInteractionNeedsAttention')}
      </Heading>
      {list.needsAttention.length > 0 && (
        <>
          <Paragraph>{text('ParkInteractionNeedsAttentionText')}</Paragraph>
          <ParkedInteractionsTable
            rows={list.needsAttention}
            columns={list.columns}
            labelledBy={HEADING_ID}
            preview={preview}
          />
        </>
      )}
      {list.unreadable.length > 0 && <Unreadable sids={list.unreadable} />}
    </Box>
  );
}

/** Nothing but the SIDs is known: they are for an admin to copy. */
function Unreadable({ sids }: { sids: readonly string[] }) {
  const { text } = useParkingServices();
  return (
    <Box marginTop="space50">
      <Alert variant="warning">
        <Text as="p">{text('ParkInteractionUnreadable')}</Text>
        {sids.map((sid) => (
          <Text key={sid} as="p" fontFamily="fontFamilyCode">
            {sid}
          </Text>
        ))}
      </Alert>
    </Box>
  );
}
