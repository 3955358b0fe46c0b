import type { ReminderStrings } from '../parking-strings';

export const REMINDERS_ZH_HANS: ReminderStrings = {
  ParkInteractionAgain: '再次搁置',
  ParkInteractionAgainTitle: '像之前一样搁置此会话。客户发来消息时，会话会恢复。',
  ParkInteractionAgainUntil: '到 {{when}}',
  ParkInteractionAgainUntilTitle: '像之前一样搁置此会话。会话会在 {{when}} 或客户发来消息时恢复。',
  ParkInteractionBadgeDue_one: '{{count}} 个现在到期',
  ParkInteractionBadgeDue_other: '{{count}} 个现在到期',
  ParkInteractionBadgeUnread_one: '{{count}} 个有未读回复',
  ParkInteractionBadgeUnread_other: '{{count}} 个有未读回复',
  ParkInteractionWindowCloses: '{{customerName}} 的回复时限将在 {{time}}后结束，之后只能发送已批准的模板。',
  ParkInteractionWindowsClose: '回复时限即将结束：{{customerName}}。最早的将在 {{time}}后结束。',
  ParkInteractionWindowsMore: '另外 {{count}} 个',
  ParkInteractionWindowsShow: '查看列表',
};
