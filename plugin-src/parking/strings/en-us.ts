import type { RequiredStrings } from './parking-strings';

/** The default language: its keys are those that every translation must have. */
export const EN_US = {
  ParkInteractionPark: 'Park',
  ParkInteractionParking: 'Parking…',
  ParkInteractionParkTitle: 'Park this conversation. It comes back when the customer writes.',
  ParkInteractionObstacle_busy: 'This conversation is being parked.',
  'ParkInteractionObstacle_conversation-not-loaded': 'The conversation is still loading.',
  'ParkInteractionObstacle_other-participants':
    'Another agent or supervisor is in this conversation. You can park it when you are alone with the customer.',
  'ParkInteractionObstacle_open-invites':
    'This conversation is being transferred. Wait for the transfer to finish, or cancel it.',

  ParkInteractionParked: '{{customerName}} is parked. The conversation comes back when the customer writes.',
  ParkInteractionReturned:
    '{{customerName}} wrote while you were parking, so the conversation is already being routed to an agent again.',
  ParkInteractionParkFailed: '{{customerName}} was not parked. {{reason}}',
  ParkInteractionUnparked: '{{customerName}} is unparked and is coming to you as a new task.',
  ParkInteractionUnparkedToOthers: '{{customerName}} is unparked and is being routed to an agent.',
  ParkInteractionAlreadyUnparked:
    '{{customerName}} was already unparked, by the customer’s message or by another agent.',
  ParkInteractionUnparkFailed: '{{customerName}} was not unparked. {{reason}}',
  ParkInteractionCompleteFailed: '{{customerName}}: the task was not completed. {{reason}}',
  ParkInteractionUnknownCustomer: 'The customer',
  ParkInteractionSettingsNotice: 'Parking: the Flex configuration needs correcting. {{problems}}',
  ParkInteractionTwoParkingsNotice:
    'Two plugins offer parking, so agents see two Park buttons. In the Flex configuration, move the settings of this one from features.park_interaction to features.conversation_parking, and set features.park_interaction.enabled to false for the other one.',

  ParkInteractionUndo: 'Undo',
  ParkInteractionCameBackToMe: '{{customerName}} is back. The conversation is in your task list.',
  ParkInteractionCameBack:
    '{{customerName}} is no longer parked. Unless the conversation was closed, it is being routed to an agent.',
  ParkInteractionNoteTitle: 'Park {{customerName}}',
  ParkInteractionNoteReason: 'Reason (optional)',
  ParkInteractionNoteNoReason: 'No reason',
  ParkInteractionNoteText: 'Note for the next agent (optional)',
  ParkInteractionNoteHelp: 'The customer does not see this. Characters left: {{left}}.',
  ParkInteractionCancel: 'Cancel',
  ParkInteractionClose: 'Close',
  ParkInteractionSpokeLastTitle: 'The customer spoke last',
  ParkInteractionSpokeLastText:
    '{{customerName}} may be waiting for an answer. A parked conversation comes back on its own only when the customer writes again.',
  ParkInteractionParkAnyway: 'Park anyway',
  ParkInteractionCardLabel: 'Parking note',
  ParkInteractionCardParked: '{{agentName}} parked this conversation {{when}}.',
  ParkInteractionCardReason: 'Reason: {{reason}}',
  ParkInteractionCardNote: 'Note: {{note}}',
  ParkInteractionCardEvent: 'It is back now because of an event in another system.',
  ParkInteractionCardEventNote: 'It is back now because of an event in another system: {{note}}',
  ParkInteractionCardTimes_one: 'Parked once so far.',
  ParkInteractionCardTimes_other: 'Parked {{count}} times so far.',

  ParkInteractionListTitle: 'Parked Interactions',
  ParkInteractionListCount: 'Parked Interactions: {{count}}',
  ParkInteractionColumnCustomer: 'Customer',
  ParkInteractionColumnAddress: 'Address',
  ParkInteractionColumnParkedAt: 'Parked',
  ParkInteractionColumnChannel: 'Channel',
  ParkInteractionColumnAction: 'Action',
  ParkInteractionUnpark: 'Unpark',
  ParkInteractionUnparkCustomer: 'Unpark {{customerName}}',
  ParkInteractionUnparkingCustomer: 'Unparking {{customerName}}…',
  ParkInteractionLoading: 'Loading parked interactions…',
  ParkInteractionEmptyTitle: 'Nothing is parked',
  ParkInteractionEmptyText:
    'Press Park at the top of a conversation to free yourself up while you wait for the customer. The conversation is then listed here, and comes back when the customer writes or when you unpark it.',
  ParkInteractionListFailedTitle: 'The list could not be loaded',
  ParkInteractionListFailedText:
    'Your parked conversations are safe, and still come back when customers write. Check your connection and try again.',
  ParkInteractionRetry: 'Try again',
  ParkInteractionReconnecting: 'The connection is lost. The list will update once it is back.',
  ParkInteractionChannelWeb: 'Web chat',
  ParkInteractionChannelWhatsApp: 'WhatsApp',
  ParkInteractionChannelSms: 'SMS',
  ParkInteractionChannelMessenger: 'Messenger',
  ParkInteractionChannelEmail: 'Email',

  'ParkInteractionFailure_invalid-request':
    'Reload Flex. If it happens again, tell an admin that the plugin and the Functions are different versions.',
  'ParkInteractionFailure_token-invalid': 'Your session has ended. Log in again.',
  'ParkInteractionFailure_not-an-agent': 'Your Flex user has no worker, so you have nothing to park or unpark.',
  'ParkInteractionFailure_not-permitted': 'Only supervisors and admins can do this.',
  'ParkInteractionFailure_admins-only': 'Only admins can see and change the parking settings.',
  'ParkInteractionFailure_settings-changed':
    'Somebody else has changed the settings, or is saving right now. Nothing was saved. Load them again, then check your changes.',
  'ParkInteractionFailure_settings-unconfirmed':
    'Twilio did not confirm that the settings are saved. Load them again to see what is set.',
  'ParkInteractionFailure_parking-disabled': 'Parking is switched off. Reload Flex.',
  'ParkInteractionFailure_not-your-task': 'This task is not assigned to you.',
  'ParkInteractionFailure_not-your-park': 'Another agent parked this conversation. A supervisor can unpark it.',
  'ParkInteractionFailure_task-not-found': 'The task no longer exists. Reload Flex.',
  'ParkInteractionFailure_conversation-not-found': 'The conversation no longer exists.',
  'ParkInteractionFailure_not-parked': 'This conversation is no longer parked.',
  'ParkInteractionFailure_task-not-assigned': 'You can only park a task that you have accepted.',
  'ParkInteractionFailure_not-a-messaging-task': 'You can only park messaging conversations.',
  'ParkInteractionFailure_other-participants':
    'Another agent or supervisor is in this conversation. You can park it when you are alone with the customer.',
  'ParkInteractionFailure_conversation-is-back':
    'The conversation is back with you in another task. Complete this one when the other one is finished.',
  'ParkInteractionFailure_agent-not-available':
    'This agent is not available or has no room for another conversation. Choose another agent or a queue.',
  'ParkInteractionFailure_queue-not-found': 'This queue no longer exists. Choose another one.',
  'ParkInteractionFailure_no-customer': 'There is no customer in this conversation who could bring it back.',
  'ParkInteractionFailure_queue-may-not-park': 'Conversations in this queue cannot be parked.',
  'ParkInteractionFailure_too-many-parked':
    'You have reached your limit of parked conversations. Unpark one of them first.',
  'ParkInteractionFailure_wake-links-off': 'Wake links are switched off. Tell an admin.',
  'ParkInteractionFailure_wake-link-invalid': 'This wake link is not valid. Copy it again.',
  'ParkInteractionFailure_wake-link-expired': 'This wake link no longer works: the conversation is back or closed.',
  'ParkInteractionFailure_time-not-possible':
    'Choose a time between one minute and 90 days ahead. If that does not help, conversations may not stay parked that long here.',
  'ParkInteractionFailure_open-invites':
    'Another agent is being invited to this conversation. Wait until they answer, or cancel the invite.',
  'ParkInteractionFailure_no-workflow':
    'This task did not come through a workflow, and there is no default one to bring it back by. Tell an admin.',
  'ParkInteractionFailure_record-unreadable':
    'What was saved about this parked conversation cannot be read. The customer’s next message still brings it back where possible. Tell an admin.',
  'ParkInteractionFailure_customer-spoke-last': 'The customer spoke last. Answer first, then park.',
  ParkInteractionFailure_busy: 'This conversation is being parked or unparked right now. Try again in a few seconds.',
  'ParkInteractionFailure_webhook-limit':
    'The conversation already has five webhooks, the most Twilio allows. Tell an admin.',
  'ParkInteractionFailure_attributes-too-large': 'The task has too much data attached to be parked. Tell an admin.',
  'ParkInteractionFailure_conversation-closed':
    'The conversation is closed. The customer’s next message starts a new one.',
  'ParkInteractionFailure_channel-failed':
    'The channel has failed at Twilio, so the conversation cannot come back. Contact the customer again.',
  'ParkInteractionFailure_channel-gone':
    'Twilio deleted the channel because it was not used for a long time. Contact the customer again.',
  'ParkInteractionFailure_routing-refused':
    'Twilio refused to route the conversation. It stays parked. Tell a supervisor or an admin.',
  'ParkInteractionFailure_park-unconfirmed':
    'Twilio did not confirm that the conversation is parked. The customer is safe. If the task is still here, press Park again.',
  'ParkInteractionFailure_unpark-unconfirmed':
    'Twilio has not confirmed the new task yet. If it does not come, it is repaired automatically within a few minutes. You do not need to unpark it again.',
  'ParkInteractionFailure_complete-unconfirmed':
    'Twilio did not confirm that the task is completed. The conversation is safe. Try again.',
  'ParkInteractionFailure_rate-limited': 'Twilio is busy. Nothing was changed. Try again in a few seconds.',
  'ParkInteractionFailure_twilio-unavailable': 'Twilio did not answer. Nothing was changed. Try again.',
  'ParkInteractionFailure_configuration-unavailable': 'The configuration could not be read. Try again.',
  'ParkInteractionFailure_configuration-invalid': 'The Functions are missing settings. Tell an admin.',
  'ParkInteractionFailure_internal-error': 'Something went wrong. Try again, and tell an admin if it happens again.',
  ParkInteractionFailure_offline: 'You are offline. Nothing was sent. Try again when you are back online.',
  'ParkInteractionFailure_copy-refused': 'Your browser did not allow it to be copied. Try again.',
  'ParkInteractionFailure_message-not-sent':
    'Your last message has not been sent. Send it again, or park again without it.',
  'ParkInteractionFailure_no-answer':
    'There was no answer, but it may have worked. Check in a moment before you try again.',
  'ParkInteractionFailure_refused-for-unknown-reason':
    'It was refused for a reason that this version of Flex does not know. Reload Flex and try again; if it happens again, tell an admin.',
  'ParkInteractionFailure_answer-not-understood':
    'This version of Flex cannot read the answer. Reload Flex, then check whether it worked. If it happens again, tell an admin.',
} as const satisfies RequiredStrings & Record<string, string>;
