import { Menu, MenuButton, MenuItem, useMenuState } from '@twilio-paste/core/menu';
import { ChevronDownIcon } from '@twilio-paste/icons/cjs/ChevronDownIcon';
import React, { useState } from 'react';

import type { ParkedRow } from '../hooks/parked-row';
import { useParkingServices } from '../parking-services';
import { HandOverDialog } from './HandOverDialog';

/** A supervisor says who gets the conversation. */
export function UnparkMenu({ row }: { row: ParkedRow }) {
  const { text, unpark } = useParkingServices();
  // Fixed, because the table scrolls sideways and so cuts off what hangs out of its last rows.
  const menu = useMenuState({ placement: 'bottom-end', unstable_fixed: true });
  const [isChoosing, setIsChoosing] = useState(false);
  const { conversationSid, customerName } = row;
  const targets = [
    { routeTo: 'me', label: text('ParkInteractionUnparkToMe') },
    { routeTo: 'workflow', label: text('ParkInteractionUnparkToWorkflow') },
    { routeTo: 'original', label: text('ParkInteractionUnparkToOriginal', { agentName: row.agentName }) },
  ] as const;
  return (
    <>
      <MenuButton
        {...menu}
        variant="secondary"
        size="small"
        loading={row.unparking}
        disabled={!row.canUnpark}
        aria-label={row.unparkLabel}
      >
        {text('ParkInteractionUnpark')}
        <ChevronDownIcon decorative />
      </MenuButton>
      <Menu {...menu} aria-label={row.unparkLabel}>
        {targets.map(({ label, routeTo }) => (
          <MenuItem
            {...menu}
            key={routeTo}
            onClick={() => {
              menu.hide();
              unpark({ conversationSid, routeTo });
            }}
          >
            {label}
          </MenuItem>
        ))}
        <MenuItem
          {...menu}
          onClick={() => {
            menu.hide();
            setIsChoosing(true);
          }}
        >
          {text('ParkInteractionHandOverOther')}
        </MenuItem>
      </Menu>
      {isChoosing && (
        <HandOverDialog
          heading={text('ParkInteractionHandOverCustomer', { customerName })}
          cancel={() => setIsChoosing(false)}
          choose={(to) => {
            setIsChoosing(false);
            unpark({ conversationSid, ...to });
          }}
        />
      )}
    </>
  );
}
