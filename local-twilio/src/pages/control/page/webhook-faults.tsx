import React from 'react';
import type { WebhookFault } from '../../../kernel/webhook-faults';
import type { Section } from '../overview';
import { control } from './control-api';
import { MISHAPS, SENDERS } from './read-webhook-fault';
import { Table, type Column } from './table';
import { useCommand } from './use-command';
import { WebhookFaultForm } from './webhook-fault-form';

const wordsOf = (known: readonly (readonly [string, string])[], value = ''): string =>
  known.find(([one]) => one === value)?.[1] ?? value;

const columns: readonly Column<WebhookFault>[] = [
  { title: 'Event', cell: ({ eventType }) => (eventType === '*' ? 'any' : eventType) },
  { title: 'What happens', cell: ({ mishap }) => wordsOf(MISHAPS, mishap) },
  { title: 'Sent by', cell: ({ kind }) => wordsOf(SENDERS, kind) },
  { title: 'To', cell: ({ url }) => url ?? 'any address' },
  { title: 'By', cell: ({ delayMs }) => (delayMs === undefined ? '' : `${delayMs} ms`), isNumber: true },
  { title: 'Times left', cell: ({ times }) => times, isNumber: true },
];

interface WebhookFaultsProps {
  readonly section: Section<WebhookFault>;
}

/** What goes wrong with the next webhooks. */
export function WebhookFaults({ section }: WebhookFaultsProps): React.ReactElement {
  const { run, problem } = useCommand();
  return (
    <>
      <h2>Plan a fault of webhooks</h2>
      <WebhookFaultForm onAdd={(fault) => run(() => control.addWebhookFault(fault))} />
      {problem && (
        <p role="alert" className="problem">
          {problem}
        </p>
      )}
      <Table
        title="Planned faults of webhooks"
        section={section}
        columns={columns}
        keyOf={(fault) => String(section.rows.indexOf(fault))}
        opened={null}
        empty="None: every webhook arrives once, at once and in order."
      />
      {section.total > 0 && (
        <button type="button" onClick={() => run(control.clearWebhookFaults)}>
          Clear all faults of webhooks
        </button>
      )}
    </>
  );
}
