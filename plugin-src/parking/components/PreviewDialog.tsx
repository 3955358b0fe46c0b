import { Modal, ModalBody, ModalHeader, ModalHeading } from '@twilio-paste/core/modal';
import { Text } from '@twilio-paste/core/text';
import React from 'react';

import type { Preview } from '../hooks/use-preview';
import { useParkingServices } from '../parking-services';
import { AnyLength } from './AnyLength';
import { PreviewMessages } from './PreviewMessages';

const HEADING_ID = 'park-interaction-preview-title';

export function PreviewDialog({ preview }: { preview: Preview }) {
  const { text } = useParkingServices();
  return (
    <Modal ariaLabelledby={HEADING_ID} isOpen onDismiss={preview.close} size="default">
      <ModalHeader i18nDismissLabel={text('ParkInteractionClose')}>
        <ModalHeading as="h2" id={HEADING_ID}>
          <AnyLength>{preview.customerName}</AnyLength>
        </ModalHeading>
      </ModalHeader>
      <ModalBody>
        <Text as="p" color="colorTextWeak" marginBottom="space40">
          {text('ParkInteractionPreviewReadOnly')}
        </Text>
        {preview.said.map((line) => (
          <Text key={line} as="p" wordBreak="break-word">
            {line}
          </Text>
        ))}
        <PreviewMessages body={preview.body} />
      </ModalBody>
    </Modal>
  );
}
