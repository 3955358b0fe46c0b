import { coverageRows, type OperationCoverage } from './coverage';

const ofHost = (host: string): readonly OperationCoverage[] => coverageRows().filter((row) => row.host === host);
const named = (rows: readonly OperationCoverage[], status: OperationCoverage['status']) =>
  rows
    .filter((row) => row.status === status)
    .map(({ operationId }) => operationId)
    .sort();

function section(host: string): string {
  const rows = ofHost(host);
  const partial = rows.filter(({ status }) => status === 'partial');
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

/** The text of COVERAGE.md. */
export function coverageTable(): string {
  const hosts = [...new Set(coverageRows().map(({ host }) => host))];
  const intro =
    'Every REST operation of the products that the local Twilio serves, by its operationId. Made from coverage.ts by `npm run local:coverage`; a test compares it with the handlers.';
  return `${['# What is served over REST', intro, ...hosts.map(section)].join('\n\n')}\n`;
}
