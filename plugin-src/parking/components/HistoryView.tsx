import { Box } from '@twilio-paste/core/box';
import { Button } from '@twilio-paste/core/button';
import { Input } from '@twilio-paste/core/input';
import { Label } from '@twilio-paste/core/label';
import { Text } from '@twilio-paste/core/text';
import { SearchIcon } from '@twilio-paste/icons/cjs/SearchIcon';
import React from 'react';

import { useHistory, type History } from '../hooks/use-history';
import { useParkingServices } from '../parking-services';
import { historyCsv } from '../state/history-search';
import { ErrorState } from './ErrorState';
import { HistoryTable } from './HistoryTable';
import { LoadingState } from './LoadingState';

const SEARCH_ID = 'park-interaction-history-search';
const DAY_ID = 'park-interaction-history-day';

/** The parks that are over, for supervisors. */
export function HistoryView() {
  const { options, text } = useParkingServices();
  const history = useHistory();
  const { historyDays } = options;
  return (
    <>
      <Search history={history} />
      <Text as="p" color="colorTextWeak" marginBottom="space50">
        {historyDays > 0
          ? text('ParkInteractionHistoryKept', { days: historyDays })
          : text('ParkInteractionHistoryOff')}
      </Text>
      {history.entries.length > 0 && <HistoryTable entries={history.entries} />}
      <Below history={history} />
    </>
  );
}

function Search({ history: { change, entries, search } }: { history: History }) {
  const { now, saveFile, text } = useParkingServices();
  const today = now().toISOString().slice(0, 'yyyy-mm-dd'.length);
  return (
    <Box
      display="flex"
      flexWrap="wrap"
      alignItems="flex-end"
      columnGap="space50"
      rowGap="space40"
      marginBottom="space50"
    >
      <Box width="size30">
        <Label htmlFor={SEARCH_ID}>{text('ParkInteractionHistorySearch')}</Label>
        <Input
          id={SEARCH_ID}
          type="text"
          autoComplete="off"
          value={search.words}
          insertBefore={<SearchIcon decorative />}
          onChange={(event) => change({ words: event.target.value })}
        />
      </Box>
      <Box width="size20">
        <Label htmlFor={DAY_ID}>{text('ParkInteractionHistoryDay')}</Label>
        <Input id={DAY_ID} type="date" value={search.day} onChange={(event) => change({ day: event.target.value })} />
      </Box>
      <Button
        variant="secondary"
        disabled={entries.length === 0}
        onClick={() => saveFile(`parking-history-${today}.csv`, historyCsv(entries))}
      >
        {text('ParkInteractionHistoryDownload')}
      </Button>
    </Box>
  );
}

/** What stands below the rows, or in their place. */
function Below({ history: { entries, state } }: { history: History }) {
  const { text } = useParkingServices();
  switch (state.status) {
    case 'loading':
      return <LoadingState />;
    case 'failed':
      return (
        <ErrorState
          error={{ title: text('ParkInteractionListFailedTitle'), explanation: state.reason, retry: state.retry }}
        />
      );
    case 'ready':
      return (
        <Box marginTop="space50" aria-live="polite">
          {entries.length === 0 && <Text as="p">{text('ParkInteractionHistoryNothing')}</Text>}
          {state.more && (
            <Button variant="secondary" size="small" onClick={state.more}>
              {text('ParkInteractionHistoryMore')}
            </Button>
          )}
        </Box>
      );
  }
}
