import React from 'react';
import type { Fault } from '../../../kernel/faults';
import type { Section } from '../overview';
import { control } from './control-api';
import { FaultForm } from './fault-form';
import type { Setup } from './setup';
import { Table, type Column } from './table';
import { useCommand } from './use-command';

interface FaultsProps {
  readonly section: Section<Fault>;
  readonly operations: Setup['operations'];
}

const columns: readonly Column<Fault>[] = [
  { title: 'Operation', cell: ({ operationId }) => (operationId === '*' ? 'any' : operationId) },
  { title: 'Of', cell: ({ host }) => host ?? 'any product' },
  { title: 'When', cell: ({ when, outcome }) => (outcome === 'none' ? 'only late' : `${when} it takes effect`) },
  { title: 'Answer', cell: ({ outcome }) => (outcome === 'timeout' ? 'none at all' : String(outcome)) },
  { title: 'Late by', cell: ({ latencyMs = 0 }) => `${latencyMs} ms`, isNumber: true },
  { title: 'Times left', cell: ({ times }) => times, isNumber: true },
];

export function Faults({ section, operations }: FaultsProps): React.ReactElement {
  const { run, problem } = useCommand();
  return (
    <>
      <h2>Inject a fault</h2>
      <FaultForm operations={operations} onAdd={(fault) => run(() => control.addFault(fault))} />
      {problem && (
        <p role="alert" className="problem">
          {problem}
        </p>
      )}
      <Table
        title="Planned faults"
        section={section}
        columns={columns}
        keyOf={(fault) => String(section.rows.indexOf(fault))}
        opened={null}
        empty="None: every call works."
      />
      {section.total > 0 && (
        <button type="button" onClick={() => run(control.clearFaults)}>
          Clear all faults
        </button>
      )}
    </>
  );
}
