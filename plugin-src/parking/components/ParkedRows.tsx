import { Alert } from '@twilio-paste/core/alert';
import { Box } from '@twilio-paste/core/box';
import { Button } from '@twilio-paste/core/button';
import { Text } from '@twilio-paste/core/text';
import React from 'react';

import type { ParkedRow } from '../hooks/parked-row';
import { useListControls } from '../hooks/use-list-controls';
import type { ParkedInteractions } from '../hooks/use-parked-interactions';
import { useSelection } from '../hooks/use-selection';
import { useParkingServices } from '../parking-services';
import { AgeChart } from './AgeChart';
import { BoardTiles } from './BoardTiles';
import { LIST_HEADING_ID } from './ListHeader';
import { ListFilters } from './ListFilters';
import { ListPages } from './ListPages';
import { NeedsAttention } from './NeedsAttention';
import { ParkedInteractionsTable } from './ParkedInteractionsTable';
import { ReconnectingNotice } from './ReconnectingNotice';
import { SelectionBar } from './SelectionBar';

interface Props {
  list: Extract<ParkedInteractions, { status: 'rows' }>;
  preview: (row: ParkedRow) => void;
}

export function ParkedRows({ list, preview }: Props) {
  const { text } = useParkingServices();
  const selection = useSelection(list.matching);
  const isBoard = list.scope === 'everyone';
  return (
    <>
      {list.reconnecting && <ReconnectingNotice />}
      {list.iAmAway && (
        <Box marginBottom="space50">
          <Alert variant="neutral">
            {text(list.scope === 'mine' ? 'ParkInteractionNotAvailable' : 'ParkInteractionNotAvailableToMe')}
          </Alert>
        </Box>
      )}
      {isBoard && <BoardTiles />}
      {isBoard && <AgeChart />}
      {list.needsAttention.length + list.unreadable.length > 0 && <NeedsAttention list={list} preview={preview} />}
      <ListFilters />
      {isBoard && <SelectionBar selection={selection} />}
      {list.matching.length === 0 && !list.loadingMore ? (
        <NoMatch />
      ) : (
        <ParkedInteractionsTable
          rows={list.rows}
          columns={list.columns}
          labelledBy={LIST_HEADING_ID}
          selection={isBoard ? selection : undefined}
          preview={preview}
        />
      )}
      <Box
        display="flex"
        flexWrap="wrap"
        alignItems="center"
        justifyContent="space-between"
        columnGap="space60"
        rowGap="space40"
        marginTop="space50"
      >
        <Text as="p" color="colorTextWeak" role="status">
          {list.loadingMore && text('ParkInteractionLoadingMore')}
          {!list.loadingMore && list.scope === 'mine' && text('ParkInteractionListHint')}
        </Text>
        <ListPages page={list.page} pageCount={list.pageCount} />
      </Box>
    </>
  );
}

function NoMatch() {
  const { text } = useParkingServices();
  const { clearFilters } = useListControls();
  return (
    <Box paddingY="space80" textAlign="center">
      <Text as="p" marginBottom="space40">
        {text('ParkInteractionNoMatch')}
      </Text>
      <Button variant="secondary" size="small" onClick={clearFilters}>
        {text('ParkInteractionClearFilters')}
      </Button>
    </Box>
  );
}
