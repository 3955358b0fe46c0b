import { useState } from 'react';

import { UNTIL_AT_LEAST_MS, type RepliesUntil } from '../../../serverless-functions/src/contract/park-until';
import { useParkingServices } from '../parking-services';
import type { Until } from '../state/parking-state';
import { momentOf, wallTimeAt } from '../state/zoned-time';

const HOUR_MS = 60 * 60_000;

export interface OwnTime {
  /** As date and time fields have it: `2026-11-27` and `15:00`. */
  date: string;
  time: string;
  /** The earliest date that can be chosen. */
  firstDate: string;
  replies: RepliesUntil;
  /** Undefined: it is the zone of this computer. */
  zone: string | undefined;
  change(change: Partial<Fields>): void;
  /** Undefined while what is in the fields is no time to come. */
  until: Until | undefined;
}

type Fields = Pick<OwnTime, 'date' | 'time' | 'replies'>;

/** The agent's own date and time, beginning with the next full hour that is at least one hour away. */
export function useOwnTime(): OwnTime {
  const { now, options } = useParkingServices();
  const nowMs = now().getTime();
  const timeZone = options.timeZone ?? undefined;
  const [fields, setFields] = useState((): Fields => {
    const first = fieldsOf(Math.ceil((nowMs + HOUR_MS) / HOUR_MS) * HOUR_MS, timeZone);
    return { ...first, replies: 'wake' };
  });
  const atMs = momentIn(fields, timeZone);
  const isToCome = atMs !== undefined && atMs >= nowMs + UNTIL_AT_LEAST_MS;
  return {
    ...fields,
    firstDate: fieldsOf(nowMs, timeZone).date,
    zone: timeZone,
    change: (change) => setFields((held) => ({ ...held, ...change })),
    until: isToCome ? { backAt: new Date(atMs).toISOString(), replies: fields.replies } : undefined,
  };
}

function fieldsOf(atMs: number, timeZone: string | undefined): { date: string; time: string } {
  const { day, hour, minute, month, year } = wallTimeAt(atMs, timeZone);
  const digits = (value: number, length = 2) => String(value).padStart(length, '0');
  return {
    date: `${digits(year, 4)}-${digits(month + 1)}-${digits(day)}`,
    time: `${digits(hour)}:${digits(minute)}`,
  };
}

function momentIn({ date, time }: { date: string; time: string }, timeZone: string | undefined): number | undefined {
  const parts = /^(\d{4})-(\d\d)-(\d\d) (\d\d):(\d\d)/.exec(`${date} ${time}`);
  if (!parts) return undefined;
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0] = parts.slice(1).map(Number);
  return momentOf({ year, month: month - 1, day, hour, minute }, timeZone);
}
