import { Alert } from '@twilio-paste/core/alert';
import { Box } from '@twilio-paste/core/box';
import { Button } from '@twilio-paste/core/button';
import { Modal, ModalBody, ModalFooter, ModalFooterActions, ModalHeader, ModalHeading } from '@twilio-paste/core/modal';
import { Paragraph } from '@twilio-paste/core/paragraph';
import { Text } from '@twilio-paste/core/text';
import React, { useRef } from 'react';

import type { ParkDialogState } from '../hooks/use-park-dialog';
import { useParkingServices } from '../parking-services';
import { AnyLength } from './AnyLength';
import { ParkNoteFields } from './ParkNoteFields';

const HEADING_ID = 'park-interaction-dialog-title';

export function ParkDialog({ dialog }: { dialog: Extract<ParkDialogState, { status: 'open' }> }) {
  const { text } = useParkingServices();
  // Where it is safe to press a key at once: Enter must not confirm a warning that nobody has read.
  const firstField = useRef<HTMLElement | null>(null);
  const cancelButton = useRef<HTMLButtonElement>(null);
  const { cancel, note, park, parkLabel, title, warning } = dialog;
  return (
    <Modal
      ariaLabelledby={HEADING_ID}
      isOpen
      onDismiss={cancel}
      size="default"
      initialFocusRef={note ? firstField : cancelButton}
    >
      <ModalHeader i18nDismissLabel={text('ParkInteractionClose')}>
        <ModalHeading as="h2" id={HEADING_ID}>
          <AnyLength>{title}</AnyLength>
        </ModalHeading>
      </ModalHeader>
      <ModalBody>
        {/* A Stack would build the fields anew when the warning comes or goes, under the hands of whoever writes in them. */}
        <Box display="flex" flexDirection="column" rowGap="space60">
          {warning && note && (
            <Alert variant="warning">
              <Text as="p" fontWeight="fontWeightSemibold">
                {warning.heading}
              </Text>
              <Text as="p">{warning.text}</Text>
            </Alert>
          )}
          {warning && !note && <Paragraph marginBottom="space0">{warning.text}</Paragraph>}
          {note && <ParkNoteFields note={note} firstField={(field) => (firstField.current = field)} />}
        </Box>
      </ModalBody>
      <ModalFooter>
        <ModalFooterActions>
          <Button variant="secondary" onClick={cancel} ref={cancelButton}>
            {text('ParkInteractionCancel')}
          </Button>
          <Button variant="primary" onClick={park}>
            {parkLabel}
          </Button>
        </ModalFooterActions>
      </ModalFooter>
    </Modal>
  );
}
