import React from 'react';
import type { DetailKind } from '../details';
import type { Overview, SectionName } from '../overview';
import { Agents } from './agents';
import { callTable, conversationTable, functionTable, syncTable, taskTable, webhookTable } from './columns';
import { Faults } from './faults';
import type { Opened } from './opened';
import type { Setup } from './setup';
import { Table } from './table';
import { WebhookFaults } from './webhook-faults';

interface SectionViewProps {
  readonly section: SectionName;
  readonly overview: Overview;
  readonly operations: Setup['operations'];
  readonly opened: Opened | null;
  readonly onOpen: (opened: Opened | null) => void;
}

export function SectionView({ section, overview, operations, opened, onOpen }: SectionViewProps): React.ReactElement {
  const open = (kind: DetailKind) => ({
    opened: opened?.id ?? null,
    onOpen: (id: string) => onOpen(opened?.id === id ? null : { kind, id }),
  });
  switch (section) {
    case 'agents':
      return <Agents section={overview.agents} {...open('agents')} />;
    case 'tasks':
      return <Table {...taskTable} section={overview.tasks} {...open('tasks')} />;
    case 'conversations':
      return <Table {...conversationTable} section={overview.conversations} {...open('conversations')} />;
    case 'sync':
      return <Table {...syncTable} section={overview.sync} {...open('sync')} />;
    case 'webhooks':
      return <Table {...webhookTable} section={overview.webhooks} {...open('webhooks')} />;
    case 'calls':
      return <Table {...callTable} section={overview.calls} {...open('calls')} />;
    case 'functions':
      return <Table {...functionTable} section={overview.functions} opened={null} />;
    case 'faults':
      return <Faults section={overview.faults} operations={operations} />;
    case 'webhookFaults':
      return <WebhookFaults section={overview.webhookFaults} />;
  }
}
