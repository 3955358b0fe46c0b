import { Menu, MenuButton, MenuItem, useMenuState } from '@twilio-paste/core/menu';
import { MoreIcon } from '@twilio-paste/icons/cjs/MoreIcon';
import React from 'react';

import type { ParkedRow } from '../hooks/parked-row';
import { useParkingServices } from '../parking-services';

/** What is seldom done with a row. */
export function MoreActions({ row }: { row: ParkedRow }) {
  const { copyWakeLink, text } = useParkingServices();
  // Fixed, because the table scrolls sideways and so cuts off what hangs out of its last rows.
  const menu = useMenuState({ placement: 'bottom-end', unstable_fixed: true });
  const copy = () => {
    menu.hide();
    copyWakeLink(row.conversationSid);
  };
  return (
    <>
      <MenuButton
        {...menu}
        variant="link"
        size="reset"
        disabled={!row.canUnpark || row.unparking}
        aria-label={row.moreLabel}
      >
        <MoreIcon decorative />
      </MenuButton>
      <Menu {...menu} aria-label={row.moreLabel}>
        <MenuItem {...menu} onClick={copy}>
          {text('ParkInteractionWakeLinkCopy')}
        </MenuItem>
      </Menu>
    </>
  );
}
