import { MenuButton, useMenuState } from '@twilio-paste/core/menu';
import { ChevronDownIcon } from '@twilio-paste/icons/cjs/ChevronDownIcon';
import React, { useState } from 'react';

import type { ParkedRow } from '../hooks/parked-row';
import { useParkingServices } from '../parking-services';
import type { Until } from '../state/parking-state';
import { OwnTimeDialog } from './OwnTimeDialog';
import { TimeMenu } from './TimeMenu';

/** Another time for a row, or none. */
export function ChangeTime({ row }: { row: ParkedRow }) {
  const { changeTime, text } = useParkingServices();
  // Fixed, because the table scrolls sideways and so cuts off what hangs out of its last rows.
  const menu = useMenuState({ placement: 'bottom-end', unstable_fixed: true });
  const [isChoosing, setIsChoosing] = useState(false);
  const { conversationSid } = row;
  const choose = (until: Until) => {
    setIsChoosing(false);
    changeTime({ conversationSid, ...until });
  };
  return (
    <>
      <MenuButton
        {...menu}
        variant="link"
        size="reset"
        disabled={!row.canUnpark || row.unparking}
        aria-label={row.changeTimeLabel}
      >
        {text('ParkInteractionUntilChange')}
        <ChevronDownIcon decorative />
      </MenuButton>
      <TimeMenu
        menu={menu}
        label={row.changeTimeLabel}
        channel={row.channelFacts}
        choose={choose}
        chooseOwn={() => setIsChoosing(true)}
        clear={row.hasTime ? () => changeTime({ conversationSid }) : undefined}
      />
      {isChoosing && (
        <OwnTimeDialog
          confirmLabel={text('ParkInteractionUntilConfirmChange')}
          cancel={() => setIsChoosing(false)}
          choose={choose}
        />
      )}
    </>
  );
}
