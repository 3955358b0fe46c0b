import { useEffect, useState } from 'react';

const MINUTE_MS = 60_000;

/** Renders again every minute, so that relative times stay true. */
export function useMinuteTick(): void {
  const [, setTick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setTick((tick) => tick + 1), MINUTE_MS);
    return () => clearInterval(timer);
  }, []);
}
