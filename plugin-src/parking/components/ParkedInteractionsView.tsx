import { Box } from '@twilio-paste/core/box';
import { ScreenReaderOnly } from '@twilio-paste/core/screen-reader-only';
import React from 'react';

import { useEveryoneRefresh } from '../hooks/use-everyone-refresh';
import { useKeepFocus } from '../hooks/use-keep-focus';
import { useScope } from '../hooks/use-list-source';
import { useParkedCount, useParkedInteractions, type ParkedInteractions } from '../hooks/use-parked-interactions';
import { usePreview } from '../hooks/use-preview';
import { useScrollToTop } from '../hooks/use-scroll-to-top';
import { useParkingServices } from '../parking-services';
import { EmptyState } from './EmptyState';
import { ErrorState } from './ErrorState';
import { HistoryView } from './HistoryView';
import { LIST_HEADING_ID, ListHeader } from './ListHeader';
import { LoadingState } from './LoadingState';
import { ManyRunPanel } from './ManyRunPanel';
import { ParkedRows } from './ParkedRows';
import { PreviewDialog } from './PreviewDialog';
import type { ParkedRow } from '../hooks/parked-row';

export function ParkedInteractionsView() {
  const { text } = useParkingServices();
  const list = useParkedInteractions();
  const count = useParkedCount();
  const { open, preview } = usePreview();
  const focus = useKeepFocus();
  const scrolled = useScrollToTop(list.status === 'rows' ? list.page : 1);
  const showsHistory = useScope() === 'history';
  useEveryoneRefresh();
  return (
    <Box
      as="section"
      ref={scrolled}
      aria-labelledby={LIST_HEADING_ID}
      padding="space60"
      width="100%"
      overflowY="auto"
      backgroundColor="colorBackgroundBody"
      color="colorText"
      onFocus={focus.onFocus}
      onBlur={focus.onBlur}
    >
      <ListHeader titleRef={focus.title} />
      {!showsHistory && (
        <ScreenReaderOnly aria-live="polite">{text('ParkInteractionListCount', { count })}</ScreenReaderOnly>
      )}
      <ManyRunPanel />
      {showsHistory ? <HistoryView /> : <ListBody list={list} preview={open} />}
      {preview && <PreviewDialog preview={preview} />}
    </Box>
  );
}

function ListBody({ list, preview }: { list: ParkedInteractions; preview: (row: ParkedRow) => void }) {
  switch (list.status) {
    case 'loading':
      return <LoadingState />;
    case 'error':
      return <ErrorState error={list} />;
    case 'empty':
      return <EmptyState scope={list.scope} reconnecting={list.reconnecting} />;
    case 'rows':
      return <ParkedRows list={list} preview={preview} />;
  }
}
