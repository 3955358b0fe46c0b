import { Alert } from '@twilio-paste/core/alert';
import { Box } from '@twilio-paste/core/box';
import { Button } from '@twilio-paste/core/button';
import { ChatBubble, ChatLog, ChatMessage, ChatMessageMeta, ChatMessageMetaItem } from '@twilio-paste/core/chat-log';
import { Spinner } from '@twilio-paste/core/spinner';
import { Text } from '@twilio-paste/core/text';
import React from 'react';

import type { PreviewBody, PreviewLine } from '../hooks/use-preview';
import { useParkingServices } from '../parking-services';

export function PreviewMessages({ body }: { body: PreviewBody }) {
  const { text } = useParkingServices();
  switch (body.status) {
    case 'loading':
      return (
        <Box display="flex" justifyContent="center" padding="space80">
          <Spinner decorative={false} delay={0} size="sizeIcon60" title={text('ParkInteractionPreviewLoading')} />
        </Box>
      );
    case 'failed':
      return (
        <Alert variant="error">
          <Text as="p">{text('ParkInteractionPreviewFailed', { reason: body.reason })}</Text>
          <Box marginTop="space40">
            <Button variant="secondary" size="small" onClick={body.retry}>
              {text('ParkInteractionRetry')}
            </Button>
          </Box>
        </Alert>
      );
    case 'messages':
      return <Lines lines={body.lines} more={body.more} />;
  }
}

function Lines({ lines, more }: { lines: readonly PreviewLine[]; more: boolean }) {
  const { text } = useParkingServices();
  if (lines.length === 0) return <Text as="p">{text('ParkInteractionPreviewEmpty')}</Text>;
  return (
    <>
      {more && (
        <Text as="p" color="colorTextWeak">
          {text('ParkInteractionPreviewMore')}
        </Text>
      )}
      <ChatLog>
        {lines.map((line) => (
          <Line key={line.key} line={line} />
        ))}
      </ChatLog>
    </>
  );
}

function Line({ line }: { line: PreviewLine }) {
  const said = `${line.author}: ${line.body}`;
  return (
    <ChatMessage variant={line.from === 'customer' ? 'inbound' : 'outbound'}>
      <ChatBubble>{line.body}</ChatBubble>
      <ChatMessageMeta aria-label={said}>
        <ChatMessageMetaItem>
          <span title={line.at.absolute}>
            {line.author} · {line.at.relative}
          </span>
        </ChatMessageMetaItem>
      </ChatMessageMeta>
    </ChatMessage>
  );
}
