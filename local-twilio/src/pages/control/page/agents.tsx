import React from 'react';
import type { AgentRow, Section } from '../overview';
import { Badge } from './badge';
import { control } from './control-api';
import { Table, type Column } from './table';
import { useCommand } from './use-command';

const ACTIVITIES = ['Available', 'Unavailable', 'Break', 'Offline'] as const;

interface AgentsProps {
  readonly section: Section<AgentRow>;
  readonly opened: string | null;
  readonly onOpen: (workerSid: string) => void;
}

export function Agents({ section, opened, onOpen }: AgentsProps): React.ReactElement {
  const { run, problem } = useCommand();
  const columns: readonly Column<AgentRow>[] = [
    { title: 'Name', cell: ({ fullName }) => fullName },
    { title: 'Role', cell: ({ roles }) => roles.join(', ') },
    {
      title: 'Activity',
      cell: ({ username, fullName, activity, available }) => (
        <span className="pair">
          <Badge tone={available ? 'good' : 'plain'}>{available ? 'takes work' : 'takes none'}</Badge>
          <select
            aria-label={`Activity of ${fullName}`}
            value={activity}
            onChange={({ target }) => run(() => control.setActivity(username, target.value))}
          >
            {[...new Set([activity, ...ACTIVITIES])].map((name) => (
              <option key={name}>{name}</option>
            ))}
          </select>
        </span>
      ),
    },
    { title: 'Load', cell: ({ load }) => load.join(', ') || 'nothing' },
    {
      title: 'Desktop',
      cell: ({ username }) => (
        <a href={desktopOf(username)} target="_blank" rel="noreferrer">
          {`${username}.localhost`}
        </a>
      ),
    },
  ];
  return (
    <>
      {problem && (
        <p role="alert" className="problem">
          {problem}
        </p>
      )}
      <Table
        title="Agents"
        section={section}
        columns={columns}
        keyOf={({ workerSid }) => workerSid}
        opened={opened}
        onOpen={onOpen}
        empty="There is nobody."
      />
    </>
  );
}

const desktopOf = (username: string): string => `http://${username}.localhost:${location.port}/agent-desktop`;
