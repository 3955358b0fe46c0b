import React, { useState } from 'react';
import type { WebhookFault } from '../../../kernel/webhook-faults';
import { MISHAPS, readWebhookFault, SENDERS, type WebhookFaultFields } from './read-webhook-fault';

interface WebhookFaultFormProps {
  readonly onAdd: (fault: WebhookFault) => void;
}

type Change = React.ChangeEventHandler<HTMLInputElement | HTMLSelectElement>;

/** Loses, delays, doubles or holds back the next webhooks of one kind. */
export function WebhookFaultForm({ onAdd }: WebhookFaultFormProps): React.ReactElement {
  const [fields, setFields] = useState<WebhookFaultFields>({
    ...{ mishap: 'lost', eventType: '', kind: '', url: '', times: '1', delayMs: '' },
  });
  const set =
    (name: keyof WebhookFaultFields): Change =>
    ({ target }) =>
      setFields((known) => ({ ...known, [name]: target.value }));
  return (
    <form
      className="fault"
      aria-label="Plan a fault of webhooks"
      onSubmit={(event) => {
        event.preventDefault();
        onAdd(readWebhookFault(fields));
      }}
    >
      <label>
        Event
        <input value={fields.eventType} placeholder="any" onChange={set('eventType')} />
      </label>
      <Choice label="Sent by" options={SENDERS} value={fields.kind} onChange={set('kind')} />
      <Choice label="What happens" options={MISHAPS} value={fields.mishap} onChange={set('mishap')} />
      <label>
        Address begins with
        <input value={fields.url} placeholder="any" onChange={set('url')} />
      </label>
      <label>
        Times
        <input type="number" min="1" value={fields.times} onChange={set('times')} />
      </label>
      <label>
        Late by, ms
        <input type="number" min="0" placeholder="5000" value={fields.delayMs} onChange={set('delayMs')} />
      </label>
      <button type="submit" className="main">
        Plan
      </button>
    </form>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly options: readonly (readonly [string, string])[];
  readonly value: string;
  readonly onChange: Change;
}

function Choice({ label, options, value, onChange }: ChoiceProps): React.ReactElement {
  return (
    <label>
      {label}
      <select value={value} onChange={onChange}>
        {options.map(([one, words]) => (
          <option key={one} value={one}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}
