import type { SilenceStrings } from '../parking-strings';

export const SILENCE_ZH_HANS: SilenceStrings = {
  ParkInteractionSilenceCountdown: '{{customerName}} 已有 {{time}}未回复。会话将在 {{seconds}} 秒后搁置。',
  ParkInteractionSilenceKeep: '保留',
  ParkInteractionSilenceReason: '客户未回复',
  ParkInteractionSilenceExpiresParked:
    '{{customerName}} 的任务满 24 小时后会被 Twilio 终止。如果在此之前未处理完，会话将于 {{when}} 搁置。',
  ParkInteractionSilenceExpires:
    '{{customerName}} 的任务满 24 小时后会被 Twilio 终止，剩余时间不足一小时。请在此之前结束或搁置会话。',
  ParkInteractionSilenceExpiryReason: '避开 Twilio 的 24 小时限制',
};
