import { Box } from '@twilio-paste/core/box';
import { Button } from '@twilio-paste/core/button';
import { Text } from '@twilio-paste/core/text';
import { Truncate } from '@twilio-paste/core/truncate';
import React from 'react';

import { useManyRun, type ManyRunShown } from '../hooks/use-many-run';
import { useParkingServices } from '../parking-services';

/** How far it is with many rows, and how it ended for each; it stays until it is closed. */
export function ManyRunPanel() {
  const { text } = useParkingServices();
  const run = useManyRun();
  if (!run) return null;
  return (
    <Box
      as="section"
      aria-label={text('ParkInteractionManyResults')}
      marginBottom="space60"
      padding="space50"
      borderStyle="solid"
      borderWidth="borderWidth10"
      borderColor="colorBorderWeak"
      borderRadius="borderRadius20"
    >
      <Box display="flex" flexWrap="wrap" alignItems="center" columnGap="space50" rowGap="space30">
        <Text as="p" fontWeight="fontWeightSemibold" role="status">
          {run.title}
        </Text>
        {run.retry && (
          <Button variant="secondary" size="small" onClick={run.retry}>
            {text('ParkInteractionManyRetry')}
          </Button>
        )}
        {run.close && (
          <Button variant="link" size="reset" onClick={run.close}>
            {text('ParkInteractionClose')}
          </Button>
        )}
      </Box>
      {run.isRunning && <ProgressLine share={run.share} />}
      <Results results={run.results} />
    </Box>
  );
}

/** The title says it in words. */
function ProgressLine({ share }: { share: number }) {
  return (
    <Box
      aria-hidden
      marginTop="space30"
      height="4px"
      borderRadius="borderRadius20"
      backgroundColor="colorBackgroundStrong"
    >
      <Box
        height="100%"
        borderRadius="borderRadius20"
        backgroundColor="colorBackgroundPrimary"
        style={{ width: `${share * 100}%` }}
      />
    </Box>
  );
}

function Results({ results }: Pick<ManyRunShown, 'results'>) {
  const { text } = useParkingServices();
  return (
    // What scrolls must be within reach of the keyboard.
    <Box
      role="list"
      aria-label={text('ParkInteractionManyResults')}
      tabIndex={0}
      marginTop="space40"
      maxHeight="size20"
      overflowY="auto"
    >
      {results.map(({ conversationSid, customerName, failed, words }) => (
        <Box key={conversationSid} role="listitem" display="flex" columnGap="space40" paddingY="space10">
          <Box width="size20" flexShrink={0} fontWeight="fontWeightMedium">
            <Truncate title={customerName}>{customerName}</Truncate>
          </Box>
          <Text as="span" color={failed ? 'colorTextErrorStrong' : 'colorTextWeak'}>
            {words}
          </Text>
        </Box>
      ))}
    </Box>
  );
}
