import type { HowEnded } from '../../../../serverless-functions/src/contract/history';

type Ended = Record<`ParkInteractionEnded_${HowEnded}`, string>;

/** What the history of parks says; the keys are those that every translation must have. */
export const HISTORY_EN_US = {
  ParkInteractionScopeHistory: 'History',
  ParkInteractionHistoryTitle: 'Parking history',
  ParkInteractionHistorySearch: 'Customer, agent, queue or reason',
  ParkInteractionHistoryDay: 'Parked on',
  ParkInteractionHistoryKept: 'What was parked appears here once it is over. It is kept for {{days}} days.',
  ParkInteractionHistoryOff: 'No history is kept. An admin can switch it on with the setting history_days.',
  ParkInteractionHistoryNothing: 'Nothing that was parked matches.',
  ParkInteractionHistoryMore: 'Show older ones',
  ParkInteractionHistoryDownload: 'Download as CSV',
  ParkInteractionHistoryBy: 'Parked by',
  ParkInteractionHistoryReason: 'Reason',
  ParkInteractionHistoryHow: 'How it ended',
  ParkInteractionHistoryTaken: 'Taken by',
  ParkInteractionHistoryFor: 'for {{duration}}',
  ParkInteractionEnded_reply: 'The customer replied',
  ParkInteractionEnded_agent: 'The agent unparked it',
  ParkInteractionEnded_supervisor: 'Somebody else unparked it',
  ParkInteractionEnded_time: 'Its time came',
  ParkInteractionEnded_event: 'An event in another system',
  'ParkInteractionEnded_max-age': 'It was parked for too long',
  ParkInteractionEnded_found: 'A repair brought it back',
  ParkInteractionEnded_joined: 'An agent joined it some other way',
  ParkInteractionEnded_closed: 'The conversation was closed',
  ParkInteractionEnded_other: 'Unknown',
} as const satisfies Record<string, string> & Ended;
