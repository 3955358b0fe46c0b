import { virtualClock, type Clock } from '../../local-twilio/src/kernel/clock';

/** A clock that counts the timers that are set and neither fired nor cancelled. */
export function countingClock(startMs: number) {
  const inner = virtualClock(startMs);
  let open = 0;
  const clock: Clock = {
    ...inner,
    schedule(delayMs, run) {
      open += 1;
      let isOver = false;
      const end = () => {
        if (!isOver) open -= 1;
        isOver = true;
      };
      const cancel = inner.schedule(delayMs, () => {
        end();
        run();
      });
      return () => {
        end();
        cancel();
      };
    },
  };
  return { clock, open: () => open };
}
