import { SideLink } from '@twilio/flex-ui';
import { ProductSettingsIcon } from '@twilio-paste/icons/cjs/ProductSettingsIcon';
import React from 'react';

import { useParkingServices } from '../parking-services';

export const SETTINGS_VIEW = 'parking-settings';

/** Flex passes which view is shown and whether there is room for labels. */
export function SettingsSideLink(props: { activeView?: string; showLabel?: boolean }) {
  const { openSettings, text } = useParkingServices();
  return (
    <SideLink
      showLabel={props.showLabel ?? false}
      icon={<ProductSettingsIcon decorative size="sizeIcon30" />}
      isActive={props.activeView === SETTINGS_VIEW}
      onClick={openSettings}
      aria-label={text('ParkInteractionSettingsTitle')}
    >
      {text('ParkInteractionSettingsTitle')}
    </SideLink>
  );
}
