/** What we use of a page's window. */
export interface LeavablePage {
  addEventListener(type: 'beforeunload', listener: (event: BeforeUnloadEvent) => void): void;
}

/** Asks before the page is closed or loaded again, in the browser's own words: no page can choose them. */
export function askBeforeLeaving(page: LeavablePage, isNeeded: () => boolean): void {
  page.addEventListener('beforeunload', (event) => {
    if (!isNeeded()) return;
    event.preventDefault();
    // Browsers of 2023 and before heed only this: developer.mozilla.org/docs/Web/API/Window/beforeunload_event
    event.returnValue = 'asks';
  });
}
