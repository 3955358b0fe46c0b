import React from 'react';
import type { Overview, SectionName } from '../overview';

/** In the order of a conversation's life. */
export const sections: readonly { readonly name: SectionName; readonly title: string }[] = [
  { name: 'agents', title: 'Agents' },
  { name: 'tasks', title: 'Tasks' },
  { name: 'conversations', title: 'Conversations' },
  { name: 'sync', title: 'Sync' },
  { name: 'webhooks', title: 'Webhooks' },
  { name: 'calls', title: 'REST calls' },
  { name: 'functions', title: 'Function logs' },
  { name: 'faults', title: 'Faults' },
  { name: 'webhookFaults', title: 'Webhook faults' },
];

interface NavigationProps {
  readonly current: SectionName;
  readonly overview: Overview | undefined;
}

export function Navigation({ current, overview }: NavigationProps): React.ReactElement {
  return (
    <nav aria-label="Sections">
      <ul>
        {sections.map(({ name, title }) => (
          <li key={name}>
            <a href={`#${name}`} aria-current={name === current ? 'page' : undefined}>
              {title} <span className="count">{overview?.[name].total ?? ''}</span>
            </a>
          </li>
        ))}
      </ul>
      <ul className="elsewhere">
        <li>
          <a href="/">All desktops</a>
        </li>
        <li>
          <a href="/customers">Customers’ phones</a>
        </li>
      </ul>
    </nav>
  );
}
