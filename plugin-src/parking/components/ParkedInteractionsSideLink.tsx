import { SideLink } from '@twilio/flex-ui';
import { PauseIcon } from '@twilio-paste/icons/cjs/PauseIcon';
import React from 'react';

import { useParkedCount } from '../hooks/use-parked-interactions';
import { useParkingServices } from '../parking-services';

export const PARKED_INTERACTIONS_VIEW = 'parked-interactions';

/** Flex passes which view is shown and whether there is room for labels. */
export function ParkedInteractionsSideLink(props: { activeView?: string; showLabel?: boolean }) {
  const { openList, text } = useParkingServices();
  const count = useParkedCount();
  const label = count === 0 ? text('ParkInteractionListTitle') : text('ParkInteractionListCount', { count });
  return (
    <SideLink
      showLabel={props.showLabel ?? false}
      icon={<PauseIcon decorative size="sizeIcon30" />}
      isActive={props.activeView === PARKED_INTERACTIONS_VIEW}
      onClick={openList}
      aria-label={label}
      Badge={{ children: count }}
    >
      {text('ParkInteractionListTitle')}
    </SideLink>
  );
}
