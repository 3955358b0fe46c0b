import type { Outcome } from '../../flex-config/commands';
import type { HistoryEntry } from '../../serverless-functions/src/contract/history';
import type { Ports } from '../../serverless-functions/src/parking/ports';
import type { Account } from '../account/account';
import { readState } from '../account/read-state';
import { DeployError } from '../deploy-error';
import { allRecords } from '../parking/all-records';
import { parkingPorts } from '../parking/ports';
import { linesOf, reportCsv, type Now } from './lines';
import { dayIn, reportOf } from './numbers';

const DAY_MS = 24 * 60 * 60 * 1000;

export interface Reporting {
  account: Account;
  env: string;
  flexSyncSid: string | undefined;
  /** So many days, today included. */
  days: number;
  csv: boolean;
  nowMs: number;
}

/** What came of the parks of the last days, from the history of an account. */
export async function reportAccount(asked: Reporting): Promise<Outcome> {
  const { account, env, days, csv, nowMs } = asked;
  const ports = parkingPorts(account, await readState(account, asked));
  if (!ports) throw new DeployError('plan-refused', `Nothing is deployed. Run npm run deploy -- --env ${env}`);
  const settings = await ports.settings.current();
  const timeZone = settings.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  const dayOf = dayIn(timeZone);
  const firstDay = dayOf(nowMs - (days - 1) * DAY_MS);
  const isWanted = ({ parkedAt }: HistoryEntry) => dayOf(Date.parse(parkedAt)) >= firstDay;
  const [entries, now] = await Promise.all([historySince(ports, isWanted), nowOf(ports)]);
  const report = reportOf(entries, dayOf);
  if (csv) return { exitCode: 0, lines: [reportCsv(report).trimEnd()] };
  const heading = `Parked from ${firstDay} to ${dayOf(nowMs)} (${timeZone})`;
  return { exitCode: 0, lines: [heading, ...warningsOf(settings.historyDays, days), '', ...linesOf(report, now)] };
}

/** The history begins with the newest, so that the first older one ends it. */
async function historySince(ports: Ports, isWanted: (entry: HistoryEntry) => boolean): Promise<HistoryEntry[]> {
  const wanted: HistoryEntry[] = [];
  let cursor: string | undefined;
  do {
    const page = await ports.history.page(cursor);
    wanted.push(...page.entries.filter(isWanted));
    cursor = page.entries.every(isWanted) ? page.nextCursor : undefined;
  } while (cursor !== undefined);
  return wanted;
}

async function nowOf(ports: Ports): Promise<Now> {
  const { records, unreadable } = await allRecords(ports);
  const parked = records.filter(({ record }) => record.state === 'parked');
  const stuck = parked.filter(({ record }) => record.state === 'parked' && record.problem !== undefined);
  return { parked: parked.length, lost: stuck.length + unreadable.length };
}

function warningsOf(historyDays: number, days: number): string[] {
  if (historyDays === 0) return ['No history is being kept: history_days is 0.'];
  return historyDays < days ? [`The history keeps ${historyDays} days (history_days).`] : [];
}
