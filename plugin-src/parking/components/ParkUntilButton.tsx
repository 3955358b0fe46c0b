import { MenuButton, useMenuState } from '@twilio-paste/core/menu';
import { ChevronDownIcon } from '@twilio-paste/icons/cjs/ChevronDownIcon';
import React, { useState } from 'react';

import { useKeyTarget } from '../hooks/use-key-target';
import type { ParkUntilState } from '../hooks/use-park-button';
import { useParkingServices } from '../parking-services';
import { OwnTimeDialog } from './OwnTimeDialog';
import { TimeMenu } from './TimeMenu';

/** Beside Park: the same, until a time. */
export function ParkUntilButton({ until }: { until: ParkUntilState }) {
  const { text } = useParkingServices();
  const menu = useMenuState({ placement: 'bottom-end' });
  const [isChoosing, setIsChoosing] = useState(false);
  const { channel, press } = until;
  useKeyTarget('park-until', press && menu.show);
  return (
    <>
      <MenuButton
        {...menu}
        variant="secondary"
        size="small"
        disabled={!press}
        aria-label={text('ParkInteractionUntilMenu')}
        title={until.title}
      >
        <ChevronDownIcon decorative />
      </MenuButton>
      {press && (
        <TimeMenu
          menu={menu}
          label={text('ParkInteractionUntilMenu')}
          channel={channel}
          choose={press}
          chooseOwn={() => setIsChoosing(true)}
        />
      )}
      {press && isChoosing && (
        <OwnTimeDialog
          confirmLabel={text('ParkInteractionUntilConfirm')}
          cancel={() => setIsChoosing(false)}
          choose={(chosen) => {
            setIsChoosing(false);
            press(chosen);
          }}
        />
      )}
    </>
  );
}
