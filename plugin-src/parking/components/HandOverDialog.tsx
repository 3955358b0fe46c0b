import { Box } from '@twilio-paste/core/box';
import { Button } from '@twilio-paste/core/button';
import { HelpText } from '@twilio-paste/core/help-text';
import { Input } from '@twilio-paste/core/input';
import { Label } from '@twilio-paste/core/label';
import { Modal, ModalBody, ModalHeader, ModalHeading } from '@twilio-paste/core/modal';
import { SearchIcon } from '@twilio-paste/icons/cjs/SearchIcon';
import React, { useRef } from 'react';

import type { Destination } from '../../../serverless-functions/src/contract/unpark';
import { useDirectory } from '../hooks/use-directory';
import { useParkingServices } from '../parking-services';
import { AnyLength } from './AnyLength';
import { DirectoryList } from './DirectoryList';

const HEADING_ID = 'park-interaction-hand-over-title';
const SEARCH_ID = 'park-interaction-hand-over-search';
const HELP_ID = 'park-interaction-hand-over-help';

interface Props {
  heading: string;
  /** Those who need not be looked for. */
  nearby?: readonly { label: string; to: Destination }[];
  choose(to: Destination): void;
  cancel(): void;
}

/** Who gets it: one press on an agent or a queue of Flex's directory. */
export function HandOverDialog({ cancel, choose, heading, nearby = [] }: Props) {
  const { text } = useParkingServices();
  const { search, setWords, words } = useDirectory();
  const field = useRef<HTMLInputElement>(null);
  return (
    <Modal ariaLabelledby={HEADING_ID} isOpen onDismiss={cancel} size="default" initialFocusRef={field}>
      <ModalHeader i18nDismissLabel={text('ParkInteractionClose')}>
        <ModalHeading as="h2" id={HEADING_ID}>
          <AnyLength>{heading}</AnyLength>
        </ModalHeading>
      </ModalHeader>
      <ModalBody>
        {nearby.length > 0 && (
          <Box display="flex" flexWrap="wrap" columnGap="space40" rowGap="space30" marginBottom="space60">
            {nearby.map(({ label, to }) => (
              <Button key={label} variant="secondary" size="small" onClick={() => choose(to)}>
                {label}
              </Button>
            ))}
          </Box>
        )}
        <Label htmlFor={SEARCH_ID}>{text('ParkInteractionHandOverSearch')}</Label>
        <Input
          ref={field}
          id={SEARCH_ID}
          type="text"
          autoComplete="off"
          aria-describedby={HELP_ID}
          value={words}
          insertBefore={<SearchIcon decorative />}
          onChange={(event) => setWords(event.target.value)}
        />
        <HelpText id={HELP_ID}>{text('ParkInteractionHandOverHelp')}</HelpText>
        <DirectoryList search={search} choose={choose} />
      </ModalBody>
    </Modal>
  );
}
