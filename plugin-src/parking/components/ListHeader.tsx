import { Box } from '@twilio-paste/core/box';
import { Button } from '@twilio-paste/core/button';
import { Heading } from '@twilio-paste/core/heading';
import React from 'react';

import { useListControls } from '../hooks/use-list-controls';
import { useScope } from '../hooks/use-list-source';
import { useParkingServices } from '../parking-services';
import type { ListView } from '../state/list-view';
import type { StringKey } from '../strings/parking-strings';

export const LIST_HEADING_ID = 'park-interaction-list-title';

const TITLES = {
  mine: 'ParkInteractionListTitle',
  everyone: 'ParkInteractionEveryoneTitle',
  history: 'ParkInteractionHistoryTitle',
} as const satisfies Record<ListView['scope'], StringKey>;

export function ListHeader({ titleRef }: { titleRef: React.RefObject<HTMLHeadingElement> }) {
  const { mayLead, reloadEveryone, text } = useParkingServices();
  const scope = useScope();
  return (
    <Box display="flex" flexWrap="wrap" columnGap="space60" rowGap="space40" alignItems="center" marginBottom="space60">
      <Heading as="h1" variant="heading20" marginBottom="space0" id={LIST_HEADING_ID} ref={titleRef} tabIndex={-1}>
        {text(TITLES[scope])}
      </Heading>
      {mayLead && <ScopeSwitch />}
      {scope === 'everyone' && (
        <Button variant="link" size="reset" onClick={reloadEveryone}>
          {text('ParkInteractionRefresh')}
        </Button>
      )}
    </Box>
  );
}

function ScopeSwitch() {
  const { text } = useParkingServices();
  const { change } = useListControls();
  const scope = useScope();
  const choices = [
    { value: 'mine', label: text('ParkInteractionScopeMine') },
    { value: 'everyone', label: text('ParkInteractionScopeEveryone') },
    { value: 'history', label: text('ParkInteractionScopeHistory') },
  ] as const;
  return (
    <Box role="group" aria-label={text('ParkInteractionScope')} display="flex" columnGap="space20">
      {choices.map(({ label, value }) => (
        <Button
          key={value}
          size="small"
          variant={scope === value ? 'primary' : 'secondary'}
          aria-pressed={scope === value}
          onClick={() => change({ scope: value })}
        >
          {label}
        </Button>
      ))}
    </Box>
  );
}
