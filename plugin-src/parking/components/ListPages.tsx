import { Pagination, PaginationArrow, PaginationItems, PaginationLabel } from '@twilio-paste/core/pagination';
import React from 'react';

import { useListControls } from '../hooks/use-list-controls';
import { useParkingServices } from '../parking-services';

export function ListPages({ page, pageCount }: { page: number; pageCount: number }) {
  const { text } = useParkingServices();
  const { change } = useListControls();
  if (pageCount < 2) return null;
  const turn = (pages: number) => change({ page: page + pages });
  return (
    <Pagination label={text('ParkInteractionPages')}>
      <PaginationItems>
        <PaginationArrow
          variant="back"
          label={text('ParkInteractionPreviousPage')}
          disabled={page === 1}
          onClick={() => turn(-1)}
        />
        <PaginationLabel>{text('ParkInteractionPageOf', { page, pages: pageCount })}</PaginationLabel>
        <PaginationArrow
          variant="forward"
          label={text('ParkInteractionNextPage')}
          disabled={page === pageCount}
          onClick={() => turn(1)}
        />
      </PaginationItems>
    </Pagination>
  );
}
