import React from 'react';
import type { Reach } from '../../../services/customers/commands';
import { Composer } from './composer';
import { setReach } from './live';
import { Messages } from './messages';
import type { Customer } from './setup';
import { statusWords } from './status-words';
import type { PhoneState } from './use-phones';

const CHANNEL_NAMES = { web: 'Web chat', whatsapp: 'WhatsApp', sms: 'SMS' } as const satisfies Record<
  Customer['channel'],
  string
>;

interface PhoneProps {
  readonly phone: PhoneState;
  readonly connected: boolean;
  readonly onReplace: () => void;
}

const readReach = (value: string): Reach => (value === 'off' || value === 'refuses' ? value : 'on');

export function Phone({ phone, connected, onReplace }: PhoneProps): React.ReactElement {
  const { customer, thread, typing } = phone;
  const channel = CHANNEL_NAMES[customer.channel];
  const words = statusWords(thread.status);
  return (
    <section className={`phone ${customer.channel}`} aria-label={`${customer.name}, ${channel}`}>
      <header>
        <div>
          <h2>{customer.name}</h2>
          <p>
            {channel}
            {customer.channel !== 'web' && ` · ${customer.address}`}
          </p>
        </div>
        <div className="controls">
          {customer.channel !== 'web' && (
            <select
              className="replace"
              aria-label={`Messages to ${customer.name}`}
              value={thread.reach}
              onChange={({ target }) => void setReach(customer, readReach(target.value))}
            >
              <option value="on">Phone on</option>
              <option value="off">Phone off</option>
              <option value="refuses">Refuses</option>
            </select>
          )}
          <button type="button" className="replace" onClick={onReplace} title={`A new customer on ${channel}`}>
            New customer
          </button>
        </div>
      </header>
      <div className={`status ${thread.status.kind}`} role="status">
        <b>{words.title}</b>
        <span>{words.detail}</span>
      </div>
      <Messages thread={thread} typing={typing} label={`Messages of ${customer.name}`} />
      <Composer key={customer.address} customer={customer} connected={connected} />
    </section>
  );
}
