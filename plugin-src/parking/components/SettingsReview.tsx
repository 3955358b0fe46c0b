import { Box } from '@twilio-paste/core/box';
import { Button } from '@twilio-paste/core/button';
import { Modal, ModalBody, ModalFooter, ModalFooterActions, ModalHeader, ModalHeading } from '@twilio-paste/core/modal';
import { Text } from '@twilio-paste/core/text';
import React from 'react';

import type { ChangedSetting } from '../../../serverless-functions/src/contract/parking-settings';
import type { SettingsPage } from '../hooks/use-settings';
import { useParkingServices } from '../parking-services';
import { standardText } from '../state/setting-drafts';
import type { Text as Translate } from '../strings/text';

const HEADING_ID = 'park-interaction-settings-review';

/** What a save would change, and for whom, before it is done. */
export function SettingsReview({ page, review }: { page: SettingsPage; review: readonly ChangedSetting[] }) {
  const { text } = useParkingServices();
  const shown = ({ name }: ChangedSetting, value: unknown) =>
    value === undefined ? standardOf(page.settings, name, text) : plain(value);
  return (
    <Modal ariaLabelledby={HEADING_ID} isOpen onDismiss={page.closeReview} size="default">
      <ModalHeader i18nDismissLabel={text('ParkInteractionClose')}>
        <ModalHeading as="h2" id={HEADING_ID}>
          {text('ParkInteractionSettingsReviewTitle')}
        </ModalHeading>
      </ModalHeader>
      <ModalBody>
        {review.map((change) => (
          <Box key={change.name} marginBottom="space60">
            <Text as="p" fontWeight="fontWeightSemibold">
              {change.name}
            </Text>
            <Text as="p" wordBreak="break-word">
              {shown(change, change.before)} → {shown(change, change.after)}
            </Text>
            <Text as="p" color="colorTextWeak">
              {change.reach}
            </Text>
          </Box>
        ))}
      </ModalBody>
      <ModalFooter>
        <ModalFooterActions>
          <Button variant="secondary" disabled={page.busy} onClick={page.closeReview}>
            {text('ParkInteractionCancel')}
          </Button>
          <Button variant="primary" loading={page.busy} onClick={page.save}>
            {text('ParkInteractionSettingsSave')}
          </Button>
        </ModalFooterActions>
      </ModalFooter>
    </Modal>
  );
}

const plain = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));

function standardOf(settings: SettingsPage['settings'], name: string, text: Translate): string {
  const setting = settings?.find((one) => one.name === name);
  return setting ? standardText(setting, text) : '';
}
