/** What reminds agents of what they have parked; the keys are those that every translation must have. */
export const REMINDERS_EN_US = {
  ParkInteractionAgain: 'Park again',
  ParkInteractionAgainTitle: 'Park this conversation as before. It comes back when the customer writes.',
  ParkInteractionAgainUntil: 'Until {{when}}',
  ParkInteractionAgainUntilTitle:
    'Park this conversation as before. It comes back at {{when}} or when the customer writes.',
  ParkInteractionBadgeDue_one: '{{count}} is due',
  ParkInteractionBadgeDue_other: '{{count}} are due',
  ParkInteractionBadgeUnread_one: '{{count}} has an unread reply',
  ParkInteractionBadgeUnread_other: '{{count}} have unread replies',
  ParkInteractionWindowCloses:
    'The reply window of {{customerName}} closes in {{time}}. After that, you can only send an approved template.',
  ParkInteractionWindowsClose: 'Reply windows are closing: {{customerName}}. The first one closes in {{time}}.',
  ParkInteractionWindowsMore: '{{count}} more',
  ParkInteractionWindowsShow: 'Show list',
} as const satisfies Record<string, string>;
