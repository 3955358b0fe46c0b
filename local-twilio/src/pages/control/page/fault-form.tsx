import React, { useState } from 'react';
import type { Fault } from '../../../kernel/faults';
import { readFault, type FaultFields } from './read-fault';
import type { Setup } from './setup';

interface FaultFormProps {
  readonly operations: Setup['operations'];
  readonly onAdd: (fault: Fault) => void;
}

const OUTCOMES = [
  ['500', '500, a failure'],
  ['503', '503, busy'],
  ['429', '429, too many requests'],
  ['404', '404, not found'],
  ['401', '401, not permitted'],
  ['timeout', 'no answer at all'],
  ['none', 'the real one, only late'],
] as const;

/** Makes the next calls of one operation fail. */
export function FaultForm({ operations, onAdd }: FaultFormProps): React.ReactElement {
  const [fields, setFields] = useState<FaultFields>({
    operation: '*',
    times: '1',
    when: 'before',
    outcome: '500',
    latencyMs: '0',
  });
  const set =
    (name: keyof FaultFields) =>
    ({ target }: { readonly target: { readonly value: string } }) =>
      setFields((known) => ({ ...known, [name]: target.value }));
  return (
    <form
      className="fault"
      aria-label="Inject a fault"
      onSubmit={(event) => {
        event.preventDefault();
        onAdd(readFault(fields));
      }}
    >
      <OperationSelect operations={operations} value={fields.operation} onChange={set('operation')} />
      <label>
        Times
        <input type="number" min="1" value={fields.times} onChange={set('times')} />
      </label>
      <label>
        Fails
        <select value={fields.when} onChange={set('when')}>
          <option value="before">before it takes effect</option>
          <option value="after">after it took effect</option>
        </select>
      </label>
      <label>
        Answer
        <select value={fields.outcome} onChange={set('outcome')}>
          {OUTCOMES.map(([value, words]) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
        </select>
      </label>
      <label>
        Late by, ms
        <input type="number" min="0" value={fields.latencyMs} onChange={set('latencyMs')} />
      </label>
      <button type="submit" className="main">
        Inject
      </button>
    </form>
  );
}

interface OperationSelectProps {
  readonly operations: Setup['operations'];
  readonly value: string;
  readonly onChange: React.ChangeEventHandler<HTMLSelectElement>;
}

function OperationSelect({ operations, value, onChange }: OperationSelectProps): React.ReactElement {
  return (
    <label className="wide">
      Operation
      <select value={value} onChange={onChange}>
        <option value="*">any</option>
        {[...new Set(operations.map(({ host }) => host))].map((host) => (
          <optgroup key={host} label={host}>
            {operations
              .filter((one) => one.host === host)
              .map(({ operationId }) => (
                <option key={operationId} value={`${host} ${operationId}`}>
                  {operationId}
                </option>
              ))}
          </optgroup>
        ))}
      </select>
    </label>
  );
}
