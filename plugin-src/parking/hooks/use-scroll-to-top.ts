import { useLayoutEffect, useRef } from 'react';

/** Another page is read from its first row: whoever turns it stands at the bottom. Put the ref on what scrolls. */
export function useScrollToTop(page: number) {
  const scrolled = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    if (scrolled.current) scrolled.current.scrollTop = 0;
  }, [page]);
  return scrolled;
}
