import type { Readiness } from '../../flex/worker';
import type { AnyItem } from '../state/arrange-rows';
import { isDue, isPastDue, overdueMs } from '../state/parking-selectors';
import { leavesAtMs, replyWindow } from '../state/reply-window';
import { problemKey, type StringKey } from '../strings/parking-strings';
import type { Text } from '../strings/text';
import { channelOf, plainAddress, type ChannelKind } from './channel';
import { briefMoment, comingMoment, duration, pastMoment, type Moment } from './moment';
import type { ChannelFacts } from './use-time-choices';

/** A short text and what it says on hover. */
export interface Hinted {
  label: string;
  title: string;
}

/** One row, ready to be shown. */
export interface ParkedRow {
  conversationSid: AnyItem['conversationSid'];
  customerName: string;
  customerAddress: string;
  agentName: string;
  queueName: string;
  parkedAt: Moment;
  /** When it leaves my list, or that it stays; the board is not made of list items. */
  leaves: Hinted | undefined;
  /** When it comes back by itself, and what a reply does before that. */
  back: Hinted & { iso?: string; isDue: boolean; replies?: Hinted & { isUnread: boolean } };
  hasTime: boolean;
  changeTimeLabel: string;
  channelFacts: ChannelFacts;
  channel: { kind: ChannelKind; label: string };
  replyWindow: Hinted & { mood: 'plain' | 'warning' | 'closed' };
  reason: string | undefined;
  note: string | undefined;
  /** Why it needs attention, or what is just happening to it. */
  remark: string | undefined;
  unparking: boolean;
  /** False while it is being parked or is already coming back. */
  canUnpark: boolean;
  unparkLabel: string;
  previewLabel: string;
  moreLabel: string;
  /** Why the conversation will not be offered to me at once; that I am not available stands above all rows. */
  waitsBecause: string | undefined;
}

interface Reading {
  now: Date;
  localeTag: string;
  text: Text;
  unparking: boolean;
  readiness: Readiness;
  scope: 'mine' | 'everyone';
}

export function parkedRow(item: AnyItem, reading: Reading): ParkedRow {
  const { now, localeTag, readiness, text } = reading;
  // What is back has been unparked, by whomever.
  const unparking = reading.unparking && item.state !== 'returning';
  const customerAddress = plainAddress(item.customerAddress);
  const customerName = item.customerName || customerAddress || text('ParkInteractionUnknownCustomer');
  return {
    conversationSid: item.conversationSid,
    customerName,
    customerAddress: customerAddress === customerName ? '' : customerAddress,
    agentName: item.agentName ?? '',
    queueName: item.queueName,
    parkedAt: pastMoment(item.parkedAt, { now, localeTag }),
    leaves: reading.scope === 'mine' ? leavesOf(item, reading) : undefined,
    back: backOf(item, reading),
    hasTime: item.backAt !== undefined,
    changeTimeLabel: text('ParkInteractionUntilChangeCustomer', { customerName }),
    channelFacts: { channelType: item.channelType, lastCustomerMessageAt: item.lastCustomerMessageAt },
    channel: channelOf(item.channelType, text),
    replyWindow: replyWindowOf(item, reading),
    reason: item.reason,
    note: item.note,
    remark: remarkOf(item, reading),
    unparking,
    canUnpark: item.state === undefined || item.state === 'parked',
    unparkLabel: text(unparking ? 'ParkInteractionUnparkingCustomer' : 'ParkInteractionUnparkCustomer', {
      customerName,
    }),
    moreLabel: text('ParkInteractionMoreActions', { customerName }),
    previewLabel: text('ParkInteractionPreviewCustomer', { customerName }),
    waitsBecause: readiness === 'at-capacity' ? text('ParkInteractionAtCapacity') : undefined,
  };
}

function leavesOf(item: AnyItem, { now, localeTag, text }: Reading): Hinted {
  const atMs = leavesAtMs(item);
  if (atMs === undefined) return { label: text('ParkInteractionStays'), title: '' };
  const { absolute, relative } = comingMoment(atMs, { now, localeTag });
  return { label: text('ParkInteractionLeaves', { when: relative }), title: absolute };
}

function backOf({ backAt, replies }: AnyItem, { now, localeTag, text }: Reading): ParkedRow['back'] {
  if (backAt === undefined) return { label: text('ParkInteractionUntilOnReply'), title: '', isDue: false };
  const atMs = Date.parse(backAt);
  const reader = { now, localeTag };
  const lateMs = now.getTime() - atMs;
  const { absolute, iso } = comingMoment(atMs, reader);
  const overdue = () => text('ParkInteractionUntilOverdue', { when: pastMoment(backAt, reader).relative });
  const due = () => (isPastDue({ backAt }, now.getTime()) ? overdue() : text('ParkInteractionUntilDue'));
  const isUnread = replies === 'unread';
  return {
    label: lateMs < 0 ? briefMoment(atMs, reader) : due(),
    title: absolute,
    iso,
    isDue: isDue({ backAt }, now.getTime()),
    ...(replies && {
      replies: {
        isUnread,
        label: text(isUnread ? 'ParkInteractionUntilUnread' : 'ParkInteractionUntilWaits'),
        title: text(isUnread ? 'ParkInteractionUntilUnreadTitle' : 'ParkInteractionUntilWaitsTitle'),
      },
    }),
  };
}

function replyWindowOf(item: AnyItem, { now, localeTag, text }: Reading): ParkedRow['replyWindow'] {
  const window = replyWindow(item, now.getTime());
  const at = (atMs: number) => comingMoment(atMs, { now, localeTag }).absolute;
  switch (window.kind) {
    case 'none':
      return { mood: 'plain', label: text('ParkInteractionWindowNone'), title: '' };
    case 'unknown':
      return { mood: 'plain', label: text('ParkInteractionWindowUnknown'), title: '' };
    case 'open':
    case 'closing':
      return {
        mood: window.kind === 'closing' ? 'warning' : 'plain',
        label: text('ParkInteractionWindowLeft', { time: duration(window.leftMs, localeTag) }),
        title: text('ParkInteractionWindowLeftTitle', { when: at(window.closesAtMs) }),
      };
    case 'closed':
      return {
        mood: 'closed',
        label: text('ParkInteractionWindowClosed'),
        title: text('ParkInteractionWindowClosedTitle', { when: at(window.closedAtMs) }),
      };
  }
}

const STATE_REMARKS = {
  parking: 'ParkInteractionState_parking',
  parked: undefined,
  unparking: 'ParkInteractionState_unparking',
  returning: 'ParkInteractionState_unparking',
} as const satisfies Record<NonNullable<AnyItem['state']>, StringKey | undefined>;

function remarkOf(item: AnyItem, { localeTag, now, text }: Reading): string | undefined {
  if (item.problem) return text(problemKey(item.problem));
  const backMs = overdueMs(item, now.getTime());
  if (backMs !== undefined) return text('ParkInteractionState_overdue', { time: duration(backMs, localeTag) });
  const key = item.state && STATE_REMARKS[item.state];
  return key && text(key);
}
