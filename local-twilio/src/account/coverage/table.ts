import { switchable, unswitched, type Unknown } from '../../kernel/unknowns';
import { coverageRows, type OperationCoverage } from './coverage';

const named = (rows: readonly OperationCoverage[], status: OperationCoverage['status']) =>
  rows
    .filter((row) => row.status === status)
    .map(({ operationId }) => operationId)
    .sort();

function section(host: string, rows: readonly OperationCoverage[]): string {
  const partial = rows
    .filter(({ status }) => status === 'partial')
    .sort((one, other) => (one.operationId < other.operationId ? -1 : 1));
  const supported = named(rows, 'supported');
  const planned = named(rows, 'planned');
  return [
    `## ${host}`,
    `${rows.length} operations: ${supported.length} supported, ${partial.length} in part, ${planned.length} not served (answered 501).`,
    `Supported: ${supported.join(', ')}.`,
    ...(partial.length > 0 ? [`In part; what is missing:`] : []),
    ...(partial.length > 0
      ? [partial.map(({ operationId, missing }) => `- ${operationId}: ${missing}`).join('\n')]
      : []),
    `Not served: ${planned.join(', ')}.`,
  ].join('\n\n');
}

/** Padded as the formatter wants it. */
function markdownTable(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((cells) => cells[column]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const [head = [], ...body] = rows;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...body.map(line)].join('\n');
}

/** What nobody can know without an account: the rows that the first one can tick off. */
function unknownsSection(): string {
  const rows: readonly (readonly [name: string, unknown: Unknown])[] = [
    ...Object.entries(switchable).map(([name, one]) => [`\`${name}\``, one] as const),
    ...unswitched.map((one) => ['none', one] as const),
  ];
  const head = ['What', 'Here', 'Or', 'Switch', 'Where it matters', 'Confirmed'];
  const cells = rows.map(([name, { what, here, otherwise, matters, confirmed }]) => {
    return [what, here, otherwise, name, matters, confirmed ?? 'no'];
  });
  const intro = 'No documentation says these. Where there is a switch, the other behaviour can be had, too.';
  return ['## What nobody knows without a Twilio account', intro, markdownTable([head, ...cells])].join('\n\n');
}

/** The text of COVERAGE.md. */
export function coverageTable(): string {
  const rows = coverageRows();
  const hosts = [...new Set(rows.map(({ host }) => host))];
  const intro =
    'Every REST operation of the products that the local Twilio serves, by its operationId. Made from what is registered, by `npm run local:coverage`; a test compares the two.';
  return `${['# What is served over REST', intro, ...hosts.map((host) => section(host, rows.filter((row) => row.host === host))), unknownsSection()].join('\n\n')}\n`;
}
