import React, { useEffect, useState } from 'react';
import { z } from 'zod';

import type { Text } from '../strings/text';

const SECOND_MS = 1_000;

/** What the notice is shown with. */
const countdown = z.object({ customerName: z.string(), time: z.string(), parkAtMs: z.number() });
export type Countdown = z.infer<typeof countdown>;

interface Props {
  text: Text;
  now: () => Date;
  /** Given by Flex: what the notice is shown with. */
  notificationContext?: unknown;
}

/** The seconds that are left. Flex also reads notices aloud; as a timer the sentence is read once and not each second. */
export function SilenceCountdown({ notificationContext, now, text }: Props) {
  const [, tick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => tick((ticks) => ticks + 1), SECOND_MS);
    return () => clearInterval(timer);
  }, []);
  const shown = countdown.safeParse(notificationContext);
  if (!shown.success) return null;
  const { customerName, parkAtMs, time } = shown.data;
  const seconds = Math.max(0, Math.ceil((parkAtMs - now().getTime()) / SECOND_MS));
  return <span role="timer">{text('ParkInteractionSilenceCountdown', { customerName, time, seconds })}</span>;
}
