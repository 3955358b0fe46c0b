import { Alert } from '@twilio-paste/core/alert';
import { Box } from '@twilio-paste/core/box';
import { Heading } from '@twilio-paste/core/heading';
import { ScreenReaderOnly } from '@twilio-paste/core/screen-reader-only';
import React from 'react';

import { useParkedCount, useParkedInteractions, type ParkedInteractions } from '../hooks/use-parked-interactions';
import { useParkingServices } from '../parking-services';
import { EmptyState } from './EmptyState';
import { ErrorState } from './ErrorState';
import { LoadingState } from './LoadingState';
import { ParkedInteractionsTable } from './ParkedInteractionsTable';

const HEADING_ID = 'park-interaction-list-title';

export function ParkedInteractionsView() {
  const { text } = useParkingServices();
  const list = useParkedInteractions();
  const count = useParkedCount();
  return (
    <Box as="section" aria-labelledby={HEADING_ID} padding="space60" width="100%" overflowY="auto">
      <Heading as="h1" variant="heading20" id={HEADING_ID}>
        {text('ParkInteractionListTitle')}
      </Heading>
      <ScreenReaderOnly aria-live="polite">{text('ParkInteractionListCount', { count })}</ScreenReaderOnly>
      <ListBody list={list} />
    </Box>
  );
}

function ListBody({ list }: { list: ParkedInteractions }) {
  switch (list.status) {
    case 'loading':
      return <LoadingState />;
    case 'error':
      return <ErrorState retry={list.retry} />;
    case 'empty':
      return (
        <>
          {list.reconnecting && <ReconnectingNotice />}
          <EmptyState />
        </>
      );
    case 'rows':
      return (
        <>
          {list.reconnecting && <ReconnectingNotice />}
          <ParkedInteractionsTable rows={list.rows} labelledBy={HEADING_ID} />
        </>
      );
  }
}

function ReconnectingNotice() {
  const { text } = useParkingServices();
  return (
    <Box marginBottom="space60">
      <Alert variant="warning">{text('ParkInteractionReconnecting')}</Alert>
    </Box>
  );
}
