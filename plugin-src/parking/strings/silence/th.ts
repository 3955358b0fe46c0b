import type { SilenceStrings } from '../parking-strings';

export const SILENCE_TH: SilenceStrings = {
  ParkInteractionSilenceCountdown:
    '{{customerName}} ไม่ได้ตอบมา {{time}} แล้ว ระบบจะพักการสนทนาในอีก {{seconds}} วินาที',
  ParkInteractionSilenceKeep: 'เก็บไว้',
  ParkInteractionSilenceReason: 'ไม่มีการตอบกลับ',
  ParkInteractionSilenceExpiresParked:
    'Twilio จะยุติงานของ {{customerName}} เมื่อครบ 24 ชั่วโมง หากยังไม่เสร็จก่อนหน้านั้น ระบบจะพักการสนทนาเวลา {{when}}',
  ParkInteractionSilenceExpires:
    'Twilio จะยุติงานของ {{customerName}} เมื่อครบ 24 ชั่วโมง ซึ่งเหลือไม่ถึงหนึ่งชั่วโมง โปรดจบการสนทนาหรือพักไว้ก่อนหน้านั้น',
  ParkInteractionSilenceExpiryReason: 'พักไว้ก่อนครบขีดจำกัด 24 ชั่วโมงของ Twilio',
};
