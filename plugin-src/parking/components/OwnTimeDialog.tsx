import { Box } from '@twilio-paste/core/box';
import { Button } from '@twilio-paste/core/button';
import { Checkbox } from '@twilio-paste/core/checkbox';
import { HelpText } from '@twilio-paste/core/help-text';
import { Input } from '@twilio-paste/core/input';
import { Label } from '@twilio-paste/core/label';
import { Modal, ModalBody, ModalFooter, ModalFooterActions, ModalHeader, ModalHeading } from '@twilio-paste/core/modal';
import { Stack } from '@twilio-paste/core/stack';
import React, { useRef } from 'react';

import { useOwnTime, type OwnTime } from '../hooks/use-own-time';
import { useParkingServices } from '../parking-services';
import type { Until } from '../state/parking-state';

const HEADING_ID = 'park-interaction-time-title';
const DATE_ID = 'park-interaction-time-date';
const TIME_ID = 'park-interaction-time-time';
const HELP_ID = 'park-interaction-time-help';
const REPLIES_ID = 'park-interaction-time-replies';

interface Props {
  confirmLabel: string;
  choose(until: Until): void;
  cancel(): void;
}

/** A date and time of the agent's own. */
export function OwnTimeDialog({ cancel, choose, confirmLabel }: Props) {
  const { text } = useParkingServices();
  const own = useOwnTime();
  const dateField = useRef<HTMLInputElement>(null);
  const { until } = own;
  return (
    <Modal ariaLabelledby={HEADING_ID} isOpen onDismiss={cancel} size="default" initialFocusRef={dateField}>
      <ModalHeader i18nDismissLabel={text('ParkInteractionClose')}>
        <ModalHeading as="h2" id={HEADING_ID}>
          {text('ParkInteractionUntilTitle')}
        </ModalHeading>
      </ModalHeader>
      <ModalBody>
        <Stack orientation="vertical" spacing="space60">
          <TimeFields own={own} dateField={dateField} />
          <Checkbox
            id={REPLIES_ID}
            checked={own.replies === 'wait'}
            onChange={(event) => own.change({ replies: event.target.checked ? 'wait' : 'wake' })}
            helpText={text('ParkInteractionUntilRepliesHelp')}
          >
            {text('ParkInteractionUntilReplies')}
          </Checkbox>
        </Stack>
      </ModalBody>
      <ModalFooter>
        <ModalFooterActions>
          <Button variant="secondary" onClick={cancel}>
            {text('ParkInteractionCancel')}
          </Button>
          <Button variant="primary" disabled={!until} onClick={() => until && choose(until)}>
            {confirmLabel}
          </Button>
        </ModalFooterActions>
      </ModalFooter>
    </Modal>
  );
}

/** What Paste's pickers are too, without the date-fns that they bring for their formats. */
function TimeFields({ dateField, own }: { own: OwnTime; dateField: React.RefObject<HTMLInputElement> }) {
  const { text } = useParkingServices();
  const { change, date, firstDate, time, until, zone } = own;
  const isWrong = until === undefined;
  return (
    <Box>
      <Box display="flex" columnGap="space60">
        <Box flexGrow={1}>
          <Label htmlFor={DATE_ID}>{text('ParkInteractionUntilDate')}</Label>
          <Input
            type="date"
            id={DATE_ID}
            ref={dateField}
            value={date}
            min={firstDate}
            hasError={isWrong}
            aria-describedby={HELP_ID}
            onChange={(event) => change({ date: event.target.value })}
          />
        </Box>
        <Box flexGrow={1}>
          <Label htmlFor={TIME_ID}>{text('ParkInteractionUntilTime')}</Label>
          <Input
            type="time"
            id={TIME_ID}
            value={time}
            hasError={isWrong}
            aria-describedby={HELP_ID}
            onChange={(event) => change({ time: event.target.value })}
          />
        </Box>
      </Box>
      {(isWrong || zone) && (
        <HelpText id={HELP_ID} variant={isWrong ? 'error' : 'default'}>
          {isWrong ? text('ParkInteractionUntilTooSoon') : text('ParkInteractionUntilZone', { zone: zone ?? '' })}
        </HelpText>
      )}
    </Box>
  );
}
