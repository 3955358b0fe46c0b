import { Box } from '@twilio-paste/core/box';
import { Text } from '@twilio-paste/core/text';
import React from 'react';

import { useBoardTiles, type Tile } from '../hooks/use-board-tiles';
import { useParkingServices } from '../parking-services';

/** Six fit beside each other on 1024 pixels; on less they take two lines, or more. */
const COLUMNS = 'repeat(auto-fit, minmax(8rem, 1fr))';

/** The floor at a glance, above everyone’s table. */
export function BoardTiles() {
  const { text } = useParkingServices();
  const tiles = useBoardTiles();
  return (
    <Box
      role="group"
      aria-label={text('ParkInteractionTiles')}
      display="grid"
      gridTemplateColumns={COLUMNS}
      columnGap="space40"
      rowGap="space40"
      marginBottom="space60"
    >
      {tiles.map((tile) => (
        <TileButton key={tile.tile} tile={tile} />
      ))}
    </Box>
  );
}

function TileButton({ tile: { count, isPressed, label, press, warns } }: { tile: Tile }) {
  return (
    <Box
      as="button"
      type="button"
      aria-pressed={isPressed}
      onClick={press}
      appearance="none"
      cursor="pointer"
      display="flex"
      flexDirection="column"
      justifyContent="space-between"
      rowGap="space20"
      paddingX="space40"
      paddingY="space30"
      textAlign="left"
      fontFamily="inherit"
      borderStyle="none"
      borderRadius="borderRadius20"
      backgroundColor={isPressed ? 'colorBackgroundPrimaryWeakest' : 'colorBackgroundBody'}
      boxShadow={isPressed ? 'shadowBorderPrimary' : 'shadowBorderWeak'}
      _hover={{ boxShadow: 'shadowBorderPrimary' }}
      _focusVisible={{ boxShadow: 'shadowFocus', outline: 'none' }}
    >
      <Text as="span" color="colorTextWeak" fontSize="fontSize20" lineHeight="lineHeight20">
        {label}
      </Text>
      <Text
        as="span"
        color={warns ? 'colorTextErrorStrong' : 'colorText'}
        fontSize="fontSize60"
        lineHeight="lineHeight60"
        fontWeight="fontWeightSemibold"
      >
        {count}
      </Text>
    </Box>
  );
}
