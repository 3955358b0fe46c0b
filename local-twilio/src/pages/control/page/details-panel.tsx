import React, { useEffect, useState } from 'react';
import type { Details } from '../details';
import { fetchDetails } from './control-api';
import type { Opened } from './opened';

interface DetailsPanelProps {
  readonly opened: Opened;
  /** A new value whenever something of that kind changed. */
  readonly changed: unknown;
  readonly onClose: () => void;
}

/** One row in full; it follows what happens. */
export function DetailsPanel({ opened, changed, onClose }: DetailsPanelProps): React.ReactElement {
  const { kind, id } = opened;
  const [details, setDetails] = useState<Details | null | undefined>(undefined);
  useEffect(() => {
    let late = false;
    fetchDetails(kind, id)
      .then((found) => late || setDetails(found))
      .catch(() => undefined);
    return () => {
      late = true;
    };
  }, [kind, id, changed]);

  return (
    <aside aria-label="Details">
      <header>
        <h2>{details?.title ?? (details === null ? 'Gone' : '…')}</h2>
        <button type="button" onClick={onClose}>
          Close
        </button>
      </header>
      {details === null && <p className="empty">It does not exist any more.</p>}
      {details && <Content details={details} />}
    </aside>
  );
}

function Content({ details }: { readonly details: Details }): React.ReactElement {
  return (
    <>
      <dl>
        {details.facts.map(([label, value]) => (
          <React.Fragment key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </React.Fragment>
        ))}
      </dl>
      {details.parts.map(({ title, value }) => (
        <section key={title} aria-label={title}>
          <h3>{title}</h3>
          {isNothing(value) ? (
            <p className="empty">None.</p>
          ) : (
            <pre tabIndex={0}>{typeof value === 'string' ? value : JSON.stringify(value, null, 2)}</pre>
          )}
        </section>
      ))}
    </>
  );
}

const isNothing = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  value === '' ||
  (typeof value === 'object' && Object.keys(value).length === 0);
