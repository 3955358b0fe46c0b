import React from 'react';
import type { CallRow, ConversationRow, FunctionRow, SyncRow, TaskRow, WebhookRow } from '../overview';
import { Badge, StatusBadge } from './badge';
import type { Column, TableKind } from './table';

const clockTime = (at: string | number): string =>
  new Date(at).toLocaleTimeString(undefined, { hour12: false, timeStyle: 'medium' });
const took = (ms: number | null): string => (ms === null ? '…' : `${ms < 10 ? ms.toFixed(1) : Math.round(ms)} ms`);

const taskColumns: readonly Column<TaskRow>[] = [
  { title: 'Customer', cell: ({ customer }) => customer },
  { title: 'Status', cell: ({ status }) => <StatusBadge status={status} /> },
  { title: 'Queue', cell: ({ queue }) => queue },
  { title: 'Channel', cell: ({ channel }) => channel },
  {
    title: 'Reservations',
    cell: ({ reservations }) =>
      reservations.map(({ sid, agent, status }) => (
        <span key={sid} className="pair">
          {agent} <StatusBadge status={status} />
        </span>
      )),
  },
  { title: 'Priority', cell: ({ priority }) => priority, isNumber: true },
  { title: 'Created', cell: ({ createdAtMs }) => clockTime(createdAtMs) },
];

const conversationColumns: readonly Column<ConversationRow>[] = [
  { title: 'Name', cell: ({ name }) => name },
  { title: 'State', cell: ({ state }) => <StatusBadge status={state} /> },
  { title: 'Channel', cell: ({ channel }) => channel },
  { title: 'Messages', cell: ({ messageCount }) => messageCount, isNumber: true },
  { title: 'Webhooks', cell: ({ webhookCount }) => webhookCount, isNumber: true },
  { title: 'Participants', cell: ({ participants }) => participants.join(', ') },
  { title: 'Last message', cell: ({ lastMessage }) => <span className="clipped">{lastMessage}</span> },
];

const syncColumns: readonly Column<SyncRow>[] = [
  { title: 'Name', cell: ({ name }) => name },
  { title: 'Kind', cell: ({ kind }) => kind },
  { title: 'Service', cell: ({ service }) => service },
  { title: 'Items', cell: ({ itemCount }) => itemCount ?? '', isNumber: true },
  { title: 'Revision', cell: ({ revision }) => revision.toString(16), isNumber: true },
  {
    title: 'Expires',
    cell: ({ expiresAtMs }) => (expiresAtMs === null ? 'never' : new Date(expiresAtMs).toLocaleString()),
  },
];

const webhookColumns: readonly Column<WebhookRow>[] = [
  { title: 'Event', cell: ({ event }) => event },
  {
    title: 'Answer',
    cell: ({ outcome, ok }) => <Badge tone={ok === null ? 'busy' : ok ? 'good' : 'bad'}>{outcome}</Badge>,
  },
  { title: 'Took', cell: ({ durationMs }) => took(durationMs), isNumber: true },
  { title: 'At', cell: ({ at }) => clockTime(at) },
  { title: 'To', cell: ({ url }) => <span className="clipped">{url}</span> },
];

const callColumns: readonly Column<CallRow>[] = [
  { title: 'Operation', cell: ({ operation }) => operation },
  {
    title: 'Status',
    cell: ({ status }) => <Badge tone={status >= 200 && status < 300 ? 'good' : 'bad'}>{status || 'no answer'}</Badge>,
  },
  { title: 'Took', cell: ({ durationMs }) => took(durationMs), isNumber: true },
  { title: 'At', cell: ({ at }) => clockTime(at) },
  { title: 'Method', cell: ({ method }) => method },
  { title: 'Address', cell: ({ path }) => <span className="clipped">{path}</span> },
];

const functionColumns: readonly Column<FunctionRow>[] = [
  { title: 'Function', cell: ({ path }) => path },
  { title: 'At', cell: ({ at }) => clockTime(at) },
  {
    title: 'Kind',
    cell: ({ isError }) => (isError ? <Badge tone="bad">error</Badge> : <Badge tone="plain">log</Badge>),
  },
  { title: 'Line', cell: ({ text }) => <span className="written">{text}</span> },
];

const bySid = ({ sid }: { readonly sid: string }) => sid;
const byNumber = ({ number }: { readonly number: number }) => String(number);

export const taskTable: TableKind<TaskRow> = {
  title: 'Tasks',
  columns: taskColumns,
  keyOf: bySid,
  empty: 'No tasks. Write as a customer to make one.',
};
export const conversationTable: TableKind<ConversationRow> = {
  title: 'Conversations',
  columns: conversationColumns,
  keyOf: bySid,
  empty: 'No conversations. Write as a customer to start one.',
};
export const syncTable: TableKind<SyncRow> = {
  title: 'Sync objects',
  columns: syncColumns,
  keyOf: bySid,
  empty: 'No Sync objects.',
};
export const webhookTable: TableKind<WebhookRow> = {
  title: 'Webhook deliveries',
  columns: webhookColumns,
  keyOf: byNumber,
  empty: 'No webhook was sent yet.',
};
export const callTable: TableKind<CallRow> = {
  title: 'REST calls',
  columns: callColumns,
  keyOf: byNumber,
  empty: 'Nobody has called the REST API yet.',
};
export const functionTable: TableKind<FunctionRow> = {
  title: 'Function logs',
  columns: functionColumns,
  keyOf: byNumber,
  empty: 'No Function has written anything yet.',
};
