import { createBrowserMemory } from './flex/browser-memory';
import { startRemindingOfWindows } from './parking/commands/remind-of-windows';
import type { ParkingServices } from './parking/parking-services';
import { createWindowNotices } from './parking/window-notices';
import type { Core } from './create-core';

const MINUTE_MS = 60_000;

/** More than an agent has parked in a day. */
const KEPT = 500;

/** Tells the agent of reply windows that close soon, until the session ends; where the settings say so. */
export function remindOfWindows(
  { flex, outside, parking, session, settings, text }: Core,
  { localeTag, openList, unpark }: ParkingServices,
): void {
  const { replyWindowNoticeMinutes, showList } = settings;
  if (!showList || !replyWindowNoticeMinutes) return;
  const tell = createWindowNotices({
    flex,
    text,
    localeTag,
    openList,
    unpark: (conversationSid) => unpark({ conversationSid }),
  });
  const { isOnScreen, now, schedule, storage } = outside;
  const told = createBrowserMemory(storage, { key: 'park-interaction.told-windows', kept: KEPT });
  const noticeMs = replyWindowNoticeMinutes * MINUTE_MS;
  session.onSessionEnded(startRemindingOfWindows({ parking, now, schedule, isOnScreen, noticeMs, told, tell }));
}
