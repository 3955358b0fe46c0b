import { useEffect } from 'react';

import { useParkingServices } from '../parking-services';
import { useScope } from './use-list-source';

const REFRESH_EVERY_MS = 30_000;

/** While a supervisor looks at everyone's list it is read again on every change, and now and then if none is told. */
export function useEveryoneRefresh(): void {
  const { reloadEveryone, watchEveryone } = useParkingServices();
  const scope = useScope();
  useEffect(() => {
    if (scope !== 'everyone') return undefined;
    const stopWatching = watchEveryone();
    reloadEveryone();
    const timer = setInterval(reloadEveryone, REFRESH_EVERY_MS);
    return () => {
      clearInterval(timer);
      stopWatching();
    };
  }, [scope]);
}
