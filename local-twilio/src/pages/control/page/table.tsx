import React from 'react';
import type { Section } from '../overview';

export interface Column<Row> {
  readonly title: string;
  readonly cell: (row: Row) => React.ReactNode;
  /** Numbers stand right. */
  readonly isNumber?: boolean;
}

export interface TableKind<Row> {
  readonly title: string;
  /** The first one opens the details. */
  readonly columns: readonly Column<Row>[];
  readonly keyOf: (row: Row) => string;
  /** Said when there are no rows. */
  readonly empty: string;
}

interface TableProps<Row> extends TableKind<Row> {
  readonly section: Section<Row>;
  readonly opened: string | null;
  readonly onOpen?: (key: string) => void;
}

export function Table<Row>(props: TableProps<Row>): React.ReactElement {
  const { title, section, columns, keyOf, opened, onOpen, empty } = props;
  const { rows, total } = section;
  return (
    <section aria-labelledby="section-title">
      <h2 id="section-title">{title}</h2>
      {total > rows.length && <p className="hint">{`The newest ${rows.length} of ${total}.`}</p>}
      {rows.length === 0 ? (
        <p className="empty">{empty}</p>
      ) : (
        <div className="scroll" tabIndex={0} role="region" aria-label={`${title}, table`}>
          <table>
            <thead>
              <tr>
                {columns.map((column) => (
                  <th key={column.title} scope="col" className={column.isNumber ? 'number' : undefined}>
                    {column.title}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={keyOf(row)} className={keyOf(row) === opened ? 'opened' : undefined}>
                  {columns.map((column, index) => (
                    <td key={column.title} className={column.isNumber ? 'number' : undefined}>
                      {index === 0 && onOpen ? (
                        <button
                          type="button"
                          className="open"
                          aria-expanded={keyOf(row) === opened}
                          onClick={() => onOpen(keyOf(row))}
                        >
                          {column.cell(row)}
                        </button>
                      ) : (
                        column.cell(row)
                      )}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
