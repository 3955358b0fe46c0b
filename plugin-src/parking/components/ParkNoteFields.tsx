import { Box } from '@twilio-paste/core/box';
import { HelpText } from '@twilio-paste/core/help-text';
import { Label } from '@twilio-paste/core/label';
import { Option, Select } from '@twilio-paste/core/select';
import { Stack } from '@twilio-paste/core/stack';
import { TextArea } from '@twilio-paste/core/textarea';
import React from 'react';

import { NOTE_MAX_CHARS, type ParkDialogState } from '../hooks/use-park-dialog';
import { useParkingServices } from '../parking-services';

type Note = NonNullable<Extract<ParkDialogState, { status: 'open' }>['note']>;

const REASON_ID = 'park-interaction-reason';
const NOTE_ID = 'park-interaction-note';
const NOTE_HELP_ID = 'park-interaction-note-help';

interface Props {
  note: Note;
  firstField: (field: HTMLElement | null) => void;
}

export function ParkNoteFields({ firstField, note: { draft, reasons, change } }: Props) {
  const { text } = useParkingServices();
  const hasReasons = reasons.length > 0;
  return (
    <Stack orientation="vertical" spacing="space60">
      {hasReasons && (
        <Box>
          <Label htmlFor={REASON_ID}>{text('ParkInteractionNoteReason')}</Label>
          <Select
            ref={firstField}
            id={REASON_ID}
            value={draft.reason}
            onChange={(event) => change({ reason: event.target.value })}
          >
            <Option value="">{text('ParkInteractionNoteNoReason')}</Option>
            <>
              {reasons.map((reason) => (
                <Option key={reason} value={reason}>
                  {reason}
                </Option>
              ))}
            </>
          </Select>
        </Box>
      )}
      <Box>
        <Label htmlFor={NOTE_ID}>{text('ParkInteractionNoteText')}</Label>
        <TextArea
          ref={hasReasons ? undefined : firstField}
          id={NOTE_ID}
          aria-describedby={NOTE_HELP_ID}
          maxLength={NOTE_MAX_CHARS}
          value={draft.note}
          onChange={(event) => change({ note: event.target.value })}
        />
        <HelpText id={NOTE_HELP_ID}>
          {text('ParkInteractionNoteHelp', { left: NOTE_MAX_CHARS - draft.note.length })}
        </HelpText>
      </Box>
    </Stack>
  );
}
