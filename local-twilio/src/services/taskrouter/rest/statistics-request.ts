import { invalidParameter } from '../../../kernel/errors';
import { queryText } from '../../../kernel/rest/request';
import { isoSeconds } from '../../../kernel/rest/times';
import type { Request } from '../account';
import type { Interval } from '../rules/cumulative-statistics';
import { getTaskChannel } from '../store';

const MINUTE_MS = 60_000;
const MINUTES = 15;

export const INTERVAL = ['Minutes', 'StartDate', 'EndDate', 'TaskChannel'];
export const INTERVAL_AND_SPLIT = [...INTERVAL, 'SplitByWaitTime'];

function moment(request: Request, name: string): number | undefined {
  const value = queryText(request, name);
  const ms = value === undefined ? undefined : Date.parse(value);
  if (ms !== undefined && Number.isNaN(ms)) throw invalidParameter(`${name} is no date and time`);
  return ms;
}

/** From StartDate, else Minutes before the end, which is EndDate or now; "the default 15 minutes". */
export function intervalOf(request: Request): Interval {
  const minutes = Number(queryText(request, 'Minutes') ?? MINUTES);
  if (!Number.isInteger(minutes) || minutes < 1) throw invalidParameter('Minutes is a number of minutes');
  const toMs = moment(request, 'EndDate') ?? request.account.clock.nowMs();
  const fromMs = moment(request, 'StartDate') ?? toMs - minutes * MINUTE_MS;
  if (fromMs > toMs) throw invalidParameter('StartDate is after EndDate');
  return { fromMs, toMs };
}

export const timesOf = ({ fromMs, toMs }: Interval) => ({ start_time: isoSeconds(fromMs), end_time: isoSeconds(toMs) });

/** "The TaskChannel's SID or its unique_name." */
export function taskChannelOf(request: Request): string | undefined {
  const name = queryText(request, 'TaskChannel');
  return name === undefined ? undefined : getTaskChannel(request.account.taskRouter.state(), name).sid;
}

/** "A comma separated list of values that describes the thresholds, in seconds." */
export function thresholdsOf(request: Request): readonly number[] | null {
  const text = queryText(request, 'SplitByWaitTime');
  if (text === undefined || text.trim() === '') return null;
  const thresholds = text.split(',').map((one) => (one.trim() === '' ? Number.NaN : Number(one)));
  if (thresholds.some((one) => !Number.isInteger(one) || one < 0))
    throw invalidParameter('SplitByWaitTime is a list of seconds, with commas');
  return thresholds;
}
