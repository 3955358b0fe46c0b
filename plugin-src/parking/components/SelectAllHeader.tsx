import { Checkbox } from '@twilio-paste/core/checkbox';
import { ScreenReaderOnly } from '@twilio-paste/core/screen-reader-only';
import { Th } from '@twilio-paste/core/table';
import React, { useLayoutEffect, useRef } from 'react';

import type { Selection } from '../hooks/use-selection';
import { useParkingServices } from '../parking-services';

/** Chooses all rows that match the filters, on all pages. */
export function SelectAllHeader({ selection: { all, changeAll } }: { selection: Selection }) {
  const { text } = useParkingServices();
  const box = useRef<HTMLInputElement>(null);
  // Paste says it in ARIA only, which counts for nothing on a checkbox that is not indeterminate itself.
  useLayoutEffect(() => {
    if (box.current) box.current.indeterminate = all === 'some';
  }, [all]);
  return (
    <Th width="size0">
      <Checkbox
        ref={box}
        checked={all === 'all'}
        indeterminate={all === 'some'}
        onChange={() => changeAll(all !== 'all')}
      >
        <ScreenReaderOnly>{text('ParkInteractionSelectAll')}</ScreenReaderOnly>
      </Checkbox>
    </Th>
  );
}
