import React, { useEffect, useState } from 'react';
import { control } from './control-api';
import { useCommand } from './use-command';

const UNITS = { seconds: 1000, minutes: 60_000, hours: 3_600_000, days: 86_400_000 } as const;
type Unit = keyof typeof UNITS;
const unitNames: readonly Unit[] = ['seconds', 'minutes', 'hours', 'days'];

interface ToolbarProps {
  readonly connected: boolean;
  readonly aheadMs: number;
}

export function Toolbar({ connected, aheadMs }: ToolbarProps): React.ReactElement {
  const { run, problem } = useCommand();
  const reset = () => {
    if (window.confirm('Throw everything away and go back to the seed?')) run(control.reset);
  };
  return (
    <header className="toolbar">
      <h1>Local Twilio</h1>
      <p className={connected ? 'line on' : 'line off'} role="status">
        {connected ? 'Live' : 'Reconnecting …'}
      </p>
      <Clock aheadMs={aheadMs} onMove={(ms) => run(() => control.moveClock(ms))} />
      <a className="button" href="/_local/seed" download="seed.json">
        Export as seed
      </a>
      <button type="button" className="danger" onClick={reset}>
        Reset
      </button>
      {problem && (
        <p role="alert" className="problem">
          {problem}
        </p>
      )}
    </header>
  );
}

interface ClockProps {
  readonly aheadMs: number;
  readonly onMove: (ms: number) => void;
}

/** What time it is there; it only moves forward. */
function Clock({ aheadMs, onMove }: ClockProps): React.ReactElement {
  const [nowMs, setNowMs] = useState(Date.now);
  const [amount, setAmount] = useState('1');
  const [unit, setUnit] = useState<Unit>('minutes');
  useEffect(() => {
    const ticking = window.setInterval(() => setNowMs(Date.now()), 1000);
    return () => window.clearInterval(ticking);
  }, []);
  const byMs = Math.round(Number(amount) * UNITS[unit]);
  return (
    <form
      className="clock"
      onSubmit={(event) => {
        event.preventDefault();
        if (byMs > 0) onMove(byMs);
      }}
    >
      <time>{new Date(nowMs + aheadMs).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'medium' })}</time>
      <input
        type="number"
        min="0"
        step="any"
        aria-label="Move the clock by"
        value={amount}
        onChange={({ target }) => setAmount(target.value)}
      />
      <select
        aria-label="Unit of time"
        value={unit}
        onChange={({ target }) => setUnit(unitNames.find((name) => name === target.value) ?? 'minutes')}
      >
        {unitNames.map((name) => (
          <option key={name}>{name}</option>
        ))}
      </select>
      <button type="submit">Move clock</button>
    </form>
  );
}
