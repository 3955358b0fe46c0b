import { Box } from '@twilio-paste/core/box';
import { Heading } from '@twilio-paste/core/heading';
import { Paragraph } from '@twilio-paste/core/paragraph';
import React from 'react';

import type { ParkedRow } from '../hooks/parked-row';
import type { ParkedInteractions } from '../hooks/use-parked-interactions';
import { useParkingServices } from '../parking-services';
import { ParkedInteractionsTable } from './ParkedInteractionsTable';

const HEADING_ID = 'park-interaction-needs-person';

interface Props {
  list: Extract<ParkedInteractions, { status: 'rows' }>;
  preview: (row: ParkedRow) => void;
}

/** What cannot come back by itself stands above everything else. */
export function NeedsPerson({ list, preview }: Props) {
  const { text } = useParkingServices();
  return (
    <Box as="section" aria-labelledby={HEADING_ID} marginBottom="space80">
      <Heading as="h2" variant="heading30" id={HEADING_ID} marginBottom="space0">
        {text('ParkInteractionNeedsPerson')}
      </Heading>
      <Paragraph>{text('ParkInteractionNeedsPersonText')}</Paragraph>
      <ParkedInteractionsTable
        rows={list.needsPerson}
        columns={list.columns}
        labelledBy={HEADING_ID}
        preview={preview}
      />
    </Box>
  );
}
