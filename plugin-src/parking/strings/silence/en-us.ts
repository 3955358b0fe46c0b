/** What is said when conversations are parked by themselves; the keys are those that every translation must have. */
export const SILENCE_EN_US = {
  ParkInteractionSilenceCountdown:
    '{{customerName}} has not answered for {{time}}. The conversation will be parked in {{seconds}} s.',
  ParkInteractionSilenceKeep: 'Keep',
  ParkInteractionSilenceReason: 'No answer',
  ParkInteractionSilenceExpiresParked:
    'Twilio ends {{customerName}}’s task when it is 24 hours old. Unless you finish first, the conversation will be parked at {{when}}.',
  ParkInteractionSilenceExpires:
    'Twilio ends {{customerName}}’s task when it is 24 hours old, in less than an hour. Finish the conversation or park it before then.',
  ParkInteractionSilenceExpiryReason: 'Kept from Twilio’s 24-hour limit',
} as const satisfies Record<string, string>;
