import { csvOf } from '../../serverless-functions/src/contract/csv';
import type { HowEnded } from '../../serverless-functions/src/contract/history';
import type { Numbers, Report } from './numbers';

const ENDED = {
  reply: 'the customer replied',
  agent: 'the agent unparked it',
  supervisor: 'somebody else unparked it',
  time: 'its time came',
  event: 'a wake link was called',
  'max-age': 'it was parked too long',
  found: 'a repair brought it back',
  joined: 'an agent joined it some other way',
  closed: 'the conversation was closed',
  other: 'something that this version does not know',
} as const satisfies Record<HowEnded, string>;

/** What the history cannot know: how it stands now. */
export interface Now {
  parked: number;
  /** Nothing but a person can bring them back. */
  lost: number;
}

const COLUMNS = ['Day', 'Queue', 'Parks', 'Median', '90% within', 'Same agent', 'Tasks saved', 'Repaired'];

/** The report for people: first altogether, then a table of days and queues. */
export function linesOf({ rows, total }: Report, { lost, parked }: Now): string[] {
  const summary = [
    ['Parks that have ended', String(total.parks)],
    ['Time parked', `median ${spell(total.medianMs)}, 90% within ${spell(total.p90Ms)}`],
    ...total.endings.map(({ count, how }, at) => [at === 0 ? 'How they ended' : '', `${count}: ${ENDED[how]}`]),
    ['Same agent back', `${total.sameAgent} of ${total.taken}`],
    ['Tasks saved', String(total.savedTasks)],
    ['Repaired', String(total.repaired)],
    ['Parked now', String(parked)],
    ['Lost', lost === 0 ? '0' : `${lost}: npm run reconcile names them, and says what can be done`],
  ];
  const table = rows.map((row) => [
    row.day,
    row.queueName,
    String(row.parks),
    spell(row.medianMs),
    spell(row.p90Ms),
    `${row.sameAgent} of ${row.taken}`,
    String(row.savedTasks),
    String(row.repaired),
  ]);
  return [...aligned(summary), ...(rows.length > 0 ? ['', ...aligned([COLUMNS, ...table])] : [])];
}

/** The same table for a spreadsheet: times in minutes, and a column for each way to end. */
export function reportCsv({ rows }: Report): string {
  const ways = Object.keys(ENDED).filter((how): how is HowEnded => how in ENDED);
  const head = ['day', 'queue', 'parks', 'median_minutes', 'p90_minutes', 'same_agent', 'taken'];
  const body = rows.map((row) => [
    row.day,
    row.queueName,
    ...[row.parks, minutes(row.medianMs), minutes(row.p90Ms), row.sameAgent, row.taken].map(String),
    ...[row.savedTasks, row.repaired, ...ways.map((how) => countOf(row, how))].map(String),
  ]);
  return csvOf([[...head, 'tasks_saved', 'repaired', ...ways.map((how) => `ended_${how.replace('-', '_')}`)], ...body]);
}

function countOf({ endings }: Numbers, how: HowEnded): number {
  return endings.find((ending) => ending.how === how)?.count ?? 0;
}

const minutes = (ms = 0) => Math.round(ms / 60_000);

/** 45 s, 12 min, 3 h 5 min, 2 d 4 h. */
function spell(ms: number | undefined): string {
  if (ms === undefined) return 'none';
  if (ms < 60_000) return `${Math.round(ms / 1000)} s`;
  const total = minutes(ms);
  const [days, hours, rest] = [Math.floor(total / 1440), Math.floor((total % 1440) / 60), total % 60];
  if (days > 0) return `${days} d ${hours} h`;
  return hours > 0 ? `${hours} h ${rest} min` : `${rest} min`;
}

function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
