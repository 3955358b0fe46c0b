import { useEffect } from 'react';

import { useParkingServices } from '../parking-services';
import type { KeyTarget } from '../shortcuts';

/** Does this when the key of the target is pressed; `run` is undefined while it cannot be done. */
export function useKeyTarget(target: KeyTarget, run: (() => void) | undefined): void {
  const { keys } = useParkingServices();
  useEffect(() => (run ? keys.offer(target, run) : undefined));
}
