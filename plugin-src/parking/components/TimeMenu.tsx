import { Box } from '@twilio-paste/core/box';
import { Menu, MenuItem, MenuSeparator, type useMenuState } from '@twilio-paste/core/menu';
import { Text } from '@twilio-paste/core/text';
import { AcceptIcon } from '@twilio-paste/icons/cjs/AcceptIcon';
import React, { useState } from 'react';

import type { Until } from '../state/parking-state';
import { useTimeChoices, type ChannelFacts, type TimeChoice } from '../hooks/use-time-choices';
import { useParkingServices } from '../parking-services';

interface Props {
  menu: ReturnType<typeof useMenuState>;
  label: string;
  channel: ChannelFacts;
  choose(until: Until): void;
  /** Opens a dialog for a date and time of one's own. */
  chooseOwn(): void;
  /** Takes the time away; absent where there is none. */
  clear?: (() => void) | undefined;
}

/** The times to come back at. */
export function TimeMenu(props: Props) {
  const { label, menu } = props;
  return (
    <Menu {...menu} aria-label={label}>
      {/* A list of them has a menu in each row, of which one is open at most. */}
      {menu.visible && <TimeItems {...props} />}
    </Menu>
  );
}

function TimeItems({ channel, choose, chooseOwn, clear, menu }: Props) {
  const { text } = useParkingServices();
  const [waits, setWaits] = useState(false);
  const choices = useTimeChoices(channel);
  const done = (run: () => void) => () => {
    menu.hide();
    run();
  };
  return (
    <>
      {choices.map((choice) => (
        <MenuItem
          {...menu}
          key={choice.label}
          onClick={done(() => choose({ backAt: choice.backAt(), replies: waits ? 'wait' : 'wake' }))}
        >
          <ChoiceText choice={choice} />
        </MenuItem>
      ))}
      <MenuItem {...menu} onClick={done(chooseOwn)}>
        {text('ParkInteractionUntilOwn')}
      </MenuItem>
      <MenuSeparator {...menu} />
      {/* Paste has no item that is checked. It stays open, for the time is still to be chosen. */}
      <MenuItem {...menu} role="menuitemcheckbox" aria-checked={waits} onClick={() => setWaits(!waits)}>
        <Box display="flex" alignItems="center" columnGap="space30">
          <CheckBox isChecked={waits} />
          {text('ParkInteractionUntilReplies')}
        </Box>
      </MenuItem>
      {clear && (
        <MenuItem {...menu} onClick={done(clear)}>
          {text('ParkInteractionUntilClear')}
        </MenuItem>
      )}
    </>
  );
}

function ChoiceText({ choice: { hint, isAfterWindow, label } }: { choice: TimeChoice }) {
  return (
    <Box display="flex" justifyContent="space-between" columnGap="space60" flexGrow={1}>
      <span>{label}</span>
      <Text as="span" color={isAfterWindow ? 'colorTextWarningStrong' : 'colorTextWeak'}>
        {hint}
      </Text>
    </Box>
  );
}

function CheckBox({ isChecked }: { isChecked: boolean }) {
  return (
    <Box
      display="flex"
      alignItems="center"
      justifyContent="center"
      width="sizeIcon10"
      height="sizeIcon10"
      flexShrink={0}
      borderStyle="solid"
      borderWidth="borderWidth10"
      borderRadius="borderRadius10"
      borderColor={isChecked ? 'colorBorderPrimary' : 'colorBorder'}
      backgroundColor={isChecked ? 'colorBackgroundPrimary' : 'colorBackgroundBody'}
      color="colorTextInverse"
    >
      {isChecked && <AcceptIcon decorative size="sizeIcon05" />}
    </Box>
  );
}
