import { SideLink } from '@twilio/flex-ui';
import { useTheme } from '@twilio-paste/core/theme';
import { PauseIcon } from '@twilio-paste/icons/cjs/PauseIcon';
import React from 'react';

import { useParkedBadge } from '../hooks/use-parked-badge';
import { useParkingServices } from '../parking-services';

export const PARKED_INTERACTIONS_VIEW = 'parked-interactions';

/** Flex passes which view is shown and whether there is room for labels. */
export function ParkedInteractionsSideLink(props: { activeView?: string; showLabel?: boolean }) {
  const { openList, text } = useParkingServices();
  const { count, label, warns } = useParkedBadge();
  const { backgroundColors, borderColors, textColors } = useTheme();
  // Flex’s own badge is red, which is for what wants attention; a mere number is outlined.
  const calm = {
    InnerCircle: {
      backgroundColor: backgroundColors.colorBackgroundBody,
      color: textColors.colorText,
      boxShadow: `inset 0 0 0 1px ${borderColors.colorBorderStrong}`,
    },
  };
  return (
    <SideLink
      showLabel={props.showLabel ?? false}
      icon={<PauseIcon decorative size="sizeIcon30" />}
      isActive={props.activeView === PARKED_INTERACTIONS_VIEW}
      onClick={openList}
      aria-label={label}
      Badge={{ children: count, ...(!warns && { themeOverride: calm }) }}
    >
      {text('ParkInteractionListTitle')}
    </SideLink>
  );
}
