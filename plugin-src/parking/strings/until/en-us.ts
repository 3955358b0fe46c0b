/** What Park until says, in the header and in the list; the keys are those that every translation must have. */
export const UNTIL_EN_US = {
  ParkInteractionUntilMenu: 'Park until…',
  ParkInteractionUntilMenuTitle: 'Park until a time. The conversation comes back then, or when the customer writes.',
  ParkInteractionUntilOwn: 'Choose date and time…',
  ParkInteractionUntilReplies: 'Keep replies waiting until then',
  ParkInteractionUntilRepliesHelp:
    'Replies do not bring the conversation back before that time. They are marked as unread in the list.',
  ParkInteractionUntilTitle: 'When should it come back?',
  ParkInteractionUntilDate: 'Date',
  ParkInteractionUntilTime: 'Time',
  ParkInteractionUntilZone: 'Time zone: {{zone}}',
  ParkInteractionUntilTooSoon: 'Choose a time that is at least a minute ahead.',
  ParkInteractionUntilAfterWindow: 'After the reply window closes',
  ParkInteractionUntilToday: 'Today, {{time}}',
  ParkInteractionUntilTomorrow: 'Tomorrow, {{time}}',
  ParkInteractionUntilConfirm: 'Park',
  ParkInteractionUntilConfirmChange: 'Change time',
  ParkInteractionUntilParked:
    '{{customerName}} is parked until {{when}}. The conversation comes back then, or when the customer writes.',
  ParkInteractionUntilParkedOnlyThen: '{{customerName}} is parked until {{when}}. Replies wait until then.',
  ParkInteractionUntilSpokeLast:
    '{{customerName}} may be waiting for an answer. The conversation comes back at {{when}}, or when the customer writes again.',
  ParkInteractionUntilSpokeLastOnlyThen:
    '{{customerName}} may be waiting for an answer. The conversation comes back at {{when}}, even if the customer writes before that.',
  ParkInteractionUntilChanged: '{{customerName}} comes back at {{when}}.',
  ParkInteractionUntilCleared:
    '{{customerName}} no longer has a time to come back. The conversation comes back when the customer writes.',
  ParkInteractionUntilChangeFailed: 'The time for {{customerName}} was not changed. {{reason}}',
  ParkInteractionUntilChangeReturned:
    '{{customerName}} had already written, so the conversation is being routed to an agent.',
  ParkInteractionUntilCardAskedFor: 'It is back now because {{agentName}} chose {{when}}.',
  ParkInteractionUntilColumn: 'Comes back',
  ParkInteractionUntilOnReply: 'When the customer writes',
  ParkInteractionUntilDue: 'Due now',
  ParkInteractionUntilOverdue: 'Was due {{when}}',
  ParkInteractionUntilWaits: 'Replies wait',
  ParkInteractionUntilWaitsTitle: 'A reply does not bring it back before this time.',
  ParkInteractionUntilUnread: 'Unread reply',
  ParkInteractionUntilUnreadTitle: 'The customer has written. The reply waits for this time.',
  ParkInteractionUntilChange: 'Change time',
  ParkInteractionUntilChangeCustomer: 'Change when {{customerName}} comes back',
  ParkInteractionUntilClear: 'Only when the customer writes',
} as const satisfies Record<string, string>;
