import React, { useRef, useState } from 'react';
import { tellTyping, write } from './live';
import type { Customer } from './setup';

const TELL_TYPING_EVERY_MS = 3000;

interface ComposerProps {
  readonly customer: Customer;
  readonly connected: boolean;
}

/** Where the customer types; Enter sends. */
export function Composer({ customer, connected }: ComposerProps): React.ReactElement {
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const toldAtMs = useRef(0);

  const change = (value: string) => {
    setText(value);
    if (!value || Date.now() - toldAtMs.current < TELL_TYPING_EVERY_MS) return;
    toldAtMs.current = Date.now();
    tellTyping(customer).catch(() => undefined);
  };
  const send = async () => {
    const body = text.trim();
    if (!body) return;
    setText('');
    toldAtMs.current = 0;
    const refused = await write(customer, body).catch(() => 'The local Twilio does not answer');
    setProblem(refused);
    if (refused) setText(body);
  };

  return (
    <form
      className="composer"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      {problem && (
        <p role="alert" className="problem">
          {problem}
        </p>
      )}
      <input
        aria-label={`Message from ${customer.name}`}
        placeholder={`Write as ${customer.name}`}
        value={text}
        maxLength={1600}
        autoComplete="off"
        onChange={({ target }) => change(target.value)}
      />
      <button type="submit" disabled={!connected || !text.trim()} aria-label={`Send as ${customer.name}`}>
        Send
      </button>
    </form>
  );
}
