import type * as FlexUi from '@twilio/flex-ui';
import React from 'react';

import { duration } from './hooks/moment';
import type { ClosingWindow } from './state/closing-windows';
import type { Text } from './strings/text';

export type WindowNoticeId = 'ParkInteractionWindowCloses' | 'ParkInteractionWindowsClose';

interface WindowNoticePorts {
  flex: typeof FlexUi;
  text: Text;
  localeTag: string;
  unpark: (conversationSid: string) => void;
  openList: () => void;
}

/** It covers the task header, so it does not stay long; but it is said only once, so no other news takes it away. */
const VISIBLE_MS = 12_000;
/** More names would not fit into one line. */
const NAMED = 3;

/** Says of reply windows that they close soon, in one bar however many they are; a new one replaces the last. */
export function createWindowNotices(ports: WindowNoticePorts): (closing: readonly ClosingWindow[]) => void {
  const { flex, localeTag } = ports;
  const ids = register(ports);
  return (closing) => {
    const [first, ...others] = closing;
    if (!first) return;
    for (const earlier of ids) flex.Notifications.dismissNotificationById(earlier);
    const { conversationSid } = first.item;
    const id: WindowNoticeId = others.length === 0 ? 'ParkInteractionWindowCloses' : 'ParkInteractionWindowsClose';
    flex.Notifications.showNotification(id, {
      customerName: namesOf(closing, ports),
      time: duration(first.leftMs, localeTag),
      ...(others.length === 0 && { conversationSid }),
    });
  };
}

function namesOf(closing: readonly ClosingWindow[], { localeTag, text }: WindowNoticePorts): string {
  const named = closing.slice(0, closing.length > NAMED + 1 ? NAMED : closing.length);
  const names = named.map(({ item }) => item.customerName || text('ParkInteractionUnknownCustomer'));
  const more = closing.length - named.length;
  const all = more > 0 ? [...names, text('ParkInteractionWindowsMore', { count: more })] : names;
  return new Intl.ListFormat(localeTag, { type: 'conjunction' }).format(all);
}

function register({ flex, openList, text, unpark }: WindowNoticePorts): readonly WindowNoticeId[] {
  const actions = {
    ParkInteractionWindowCloses: {
      label: text('ParkInteractionUnpark'),
      run: (sid: unknown) => typeof sid === 'string' && unpark(sid),
    },
    ParkInteractionWindowsClose: { label: text('ParkInteractionWindowsShow'), run: openList },
  } satisfies Record<WindowNoticeId, { label: string; run: (sid: unknown) => unknown }>;
  const ids = ['ParkInteractionWindowCloses', 'ParkInteractionWindowsClose'] as const;
  for (const id of ids) {
    const { label, run } = actions[id];
    flex.Notifications.registerNotification({
      id,
      content: id,
      type: flex.NotificationType.warning,
      timeout: VISIBLE_MS,
      closeButton: true,
      actions: [
        <flex.NotificationBar.Action
          key={id}
          label={label}
          onClick={(_event, notification) => {
            flex.Notifications.dismissNotification(notification);
            run(notification.context?.['conversationSid']);
          }}
        />,
      ],
    });
  }
  return ids;
}
