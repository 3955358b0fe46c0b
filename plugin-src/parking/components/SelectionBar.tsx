import { Box } from '@twilio-paste/core/box';
import { Button } from '@twilio-paste/core/button';
import { MenuButton, useMenuState } from '@twilio-paste/core/menu';
import { Text } from '@twilio-paste/core/text';
import { ChevronDownIcon } from '@twilio-paste/icons/cjs/ChevronDownIcon';
import React, { useState } from 'react';

import { useManyRun } from '../hooks/use-many-run';
import type { Selection } from '../hooks/use-selection';
import { useParkingServices } from '../parking-services';
import type { ManyCommand } from '../state/many-run';
import { HandOverDialog } from './HandOverDialog';
import { OwnTimeDialog } from './OwnTimeDialog';
import { TimeMenu } from './TimeMenu';

/** What can be done to all rows that are chosen. */
export function SelectionBar({ selection: { chosen, clear } }: { selection: Selection }) {
  const { options, startMany, text } = useParkingServices();
  const isRunning = useManyRun()?.isRunning ?? false;
  if (chosen.length === 0) return null;
  const start = (command: ManyCommand) => startMany(command, chosen);
  return (
    <Box
      role="group"
      aria-label={text('ParkInteractionManyLabel')}
      display="flex"
      flexWrap="wrap"
      alignItems="center"
      columnGap="space40"
      rowGap="space30"
      marginBottom="space50"
      padding="space40"
      borderRadius="borderRadius20"
      backgroundColor="colorBackground"
    >
      <Text as="span" fontWeight="fontWeightSemibold" role="status">
        {text('ParkInteractionManySelected', { count: chosen.length })}
      </Text>
      <Button
        variant="primary"
        size="small"
        disabled={isRunning}
        onClick={() => start({ kind: 'unpark', to: { routeTo: 'workflow' } })}
      >
        {text('ParkInteractionManyToWorkflow')}
      </Button>
      <HandOver count={chosen.length} isRunning={isRunning} start={start} />
      {options.parkUntil && <ChangeTimes isRunning={isRunning} start={start} />}
      <Button variant="link" size="reset" onClick={clear}>
        {text('ParkInteractionManyClear')}
      </Button>
    </Box>
  );
}

interface ChoiceProps {
  isRunning: boolean;
  start(command: ManyCommand): void;
}

function HandOver({ count, isRunning, start }: ChoiceProps & { count: number }) {
  const { text } = useParkingServices();
  const [isChoosing, setIsChoosing] = useState(false);
  return (
    <>
      <Button
        variant="secondary"
        size="small"
        aria-haspopup="dialog"
        disabled={isRunning}
        onClick={() => setIsChoosing(true)}
      >
        {text('ParkInteractionManyHandOver')}
      </Button>
      {isChoosing && (
        <HandOverDialog
          heading={text('ParkInteractionHandOverTitle', { count })}
          nearby={[
            { label: text('ParkInteractionManyToOriginal'), to: { routeTo: 'original' } },
            { label: text('ParkInteractionManyToMe'), to: { routeTo: 'me' } },
          ]}
          cancel={() => setIsChoosing(false)}
          choose={(to) => {
            setIsChoosing(false);
            start({ kind: 'unpark', to });
          }}
        />
      )}
    </>
  );
}

/** Their channels differ, so no reply window is told here; the rows have theirs. */
const ANY_CHANNEL = { channelType: '' };

function ChangeTimes({ isRunning, start }: ChoiceProps) {
  const { text } = useParkingServices();
  const menu = useMenuState({ placement: 'bottom-start', unstable_fixed: true });
  const [isChoosing, setIsChoosing] = useState(false);
  const label = text('ParkInteractionUntilChange');
  return (
    <>
      <MenuButton {...menu} variant="secondary" size="small" disabled={isRunning}>
        {label}
        <ChevronDownIcon decorative />
      </MenuButton>
      <TimeMenu
        menu={menu}
        label={label}
        channel={ANY_CHANNEL}
        choose={(until) => start({ kind: 'change-time', until })}
        chooseOwn={() => setIsChoosing(true)}
        clear={() => start({ kind: 'change-time' })}
      />
      {isChoosing && (
        <OwnTimeDialog
          confirmLabel={text('ParkInteractionUntilConfirmChange')}
          cancel={() => setIsChoosing(false)}
          choose={(until) => {
            setIsChoosing(false);
            start({ kind: 'change-time', until });
          }}
        />
      )}
    </>
  );
}
