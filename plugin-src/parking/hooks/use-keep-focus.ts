import { useLayoutEffect, useRef } from 'react';

/**
 * Rows come and go. When the one that had the focus goes, the focus moves to the list's title instead of getting lost
 * at the top of the page. Put `onFocus` on what holds the rows and `title` on the title.
 */
export function useKeepFocus() {
  const title = useRef<HTMLHeadingElement>(null);
  const focused = useRef<Element>();
  useLayoutEffect(() => {
    if (!focused.current || focused.current.isConnected) return;
    focused.current = undefined;
    if (document.activeElement === document.body) title.current?.focus();
  });
  return {
    title,
    onFocus: (event: { target: EventTarget }) => {
      focused.current = event.target instanceof Element ? event.target : undefined;
    },
    onBlur: (event: { relatedTarget: EventTarget | null }) => {
      if (event.relatedTarget) focused.current = undefined;
    },
  };
}
