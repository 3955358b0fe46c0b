import { useEffect } from 'react';

import { useParkingServices } from '../parking-services';
import { useListScope } from './use-list-source';

const REFRESH_EVERY_MS = 30_000;

/** While a supervisor looks at everyone's list it is read again now and then: nothing tells of changes in it. */
export function useEveryoneRefresh(): void {
  const { reloadEveryone } = useParkingServices();
  const scope = useListScope();
  useEffect(() => {
    if (scope !== 'everyone') return undefined;
    reloadEveryone();
    const timer = setInterval(reloadEveryone, REFRESH_EVERY_MS);
    return () => clearInterval(timer);
  }, [scope]);
}
