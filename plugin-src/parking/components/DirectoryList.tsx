import { Box } from '@twilio-paste/core/box';
import { Button } from '@twilio-paste/core/button';
import { Heading } from '@twilio-paste/core/heading';
import { ScreenReaderOnly } from '@twilio-paste/core/screen-reader-only';
import { Text } from '@twilio-paste/core/text';
import React from 'react';

import type { Destination } from '../../../serverless-functions/src/contract/unpark';
import type { DirectorySearch } from '../hooks/use-directory';
import { useParkingServices } from '../parking-services';

interface Props {
  search: DirectorySearch;
  choose(to: Destination): void;
}

/** What a search of the directory has found. Nobody can be chosen who is not there to accept it. */
export function DirectoryList({ choose, search }: Props) {
  const { text } = useParkingServices();
  if (search.status === 'loading') return <Remark words={text('ParkInteractionHandOverLoading')} />;
  if (search.status === 'failed')
    return (
      <Remark words={text('ParkInteractionHandOverFailed')}>
        <Button variant="link" size="reset" onClick={search.retry}>
          {text('ParkInteractionRetry')}
        </Button>
      </Remark>
    );
  const { agents, isCut, queues } = search;
  if (agents.length + queues.length === 0) return <Remark words={text('ParkInteractionHandOverNobody')} />;
  const [agentsTitle, queuesTitle] = [text('ParkInteractionHandOverAgents'), text('ParkInteractionHandOverQueues')];
  return (
    <>
      <ScreenReaderOnly aria-live="polite">
        {`${agentsTitle}: ${agents.length}, ${queuesTitle}: ${queues.length}`}
      </ScreenReaderOnly>
      {isCut && <Remark words={text('ParkInteractionHandOverMore')} />}
      <Group title={agentsTitle}>
        {agents.map(({ activity, isAvailable, name, workerSid }) => (
          <Entry
            key={workerSid}
            name={name}
            remark={isAvailable ? activity : text('ParkInteractionHandOverAway', { activity })}
            choose={isAvailable ? () => choose({ routeTo: 'worker', workerSid }) : undefined}
          />
        ))}
      </Group>
      <Group title={queuesTitle}>
        {queues.map(({ name, queueSid }) => (
          <Entry key={queueSid} name={name} choose={() => choose({ routeTo: 'queue', queueSid })} />
        ))}
      </Group>
    </>
  );
}

function Remark({ children, words }: React.PropsWithChildren<{ words: string }>) {
  return (
    <Box display="flex" columnGap="space40" marginTop="space50">
      <Text as="p" color="colorTextWeak" role="status">
        {words}
      </Text>
      {children}
    </Box>
  );
}

function Group({ children, title }: { title: string; children: React.ReactElement[] }) {
  if (children.length === 0) return null;
  return (
    <Box marginTop="space60">
      <Heading as="h3" variant="heading50" marginBottom="space0">
        {title}
      </Heading>
      <Box role="list" aria-label={title}>
        {children}
      </Box>
    </Box>
  );
}

function Entry({ choose, name, remark }: { name: string; remark?: string; choose: (() => void) | undefined }) {
  return (
    <Box
      role="listitem"
      display="flex"
      justifyContent="space-between"
      columnGap="space50"
      paddingY="space30"
      borderBottomStyle="solid"
      borderBottomWidth="borderWidth10"
      borderBottomColor="colorBorderWeaker"
    >
      {choose ? (
        <Button variant="link" size="reset" onClick={choose}>
          {name}
        </Button>
      ) : (
        <Text as="span" color="colorTextWeak">
          {name}
        </Text>
      )}
      {remark !== undefined && (
        <Text as="span" color="colorTextWeak">
          {remark}
        </Text>
      )}
    </Box>
  );
}
