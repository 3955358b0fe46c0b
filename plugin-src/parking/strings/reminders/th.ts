import type { ReminderStrings } from '../parking-strings';

export const REMINDERS_TH: ReminderStrings = {
  ParkInteractionAgain: 'พักอีกครั้ง',
  ParkInteractionAgainTitle: 'พักการสนทนานี้เหมือนครั้งก่อน การสนทนาจะกลับมาเมื่อลูกค้าส่งข้อความ',
  ParkInteractionAgainUntil: 'จนถึง {{when}}',
  ParkInteractionAgainUntilTitle:
    'พักการสนทนานี้เหมือนครั้งก่อน การสนทนาจะกลับมาเวลา {{when}} หรือเมื่อลูกค้าส่งข้อความ',
  ParkInteractionBadgeDue_one: 'ถึงเวลาแล้ว {{count}} รายการ',
  ParkInteractionBadgeDue_other: 'ถึงเวลาแล้ว {{count}} รายการ',
  ParkInteractionBadgeUnread_one: 'มีคำตอบที่ยังไม่ได้อ่าน {{count}} รายการ',
  ParkInteractionBadgeUnread_other: 'มีคำตอบที่ยังไม่ได้อ่าน {{count}} รายการ',
  ParkInteractionWindowCloses:
    'ช่วงเวลาตอบกลับของ {{customerName}} จะสิ้นสุดใน {{time}} หลังจากนั้นจะส่งได้เฉพาะเทมเพลตที่อนุมัติแล้ว',
  ParkInteractionWindowsClose: 'ช่วงเวลาตอบกลับใกล้สิ้นสุด: {{customerName}} รายการแรกจะสิ้นสุดใน {{time}}',
  ParkInteractionWindowsMore: 'อีก {{count}} รายการ',
  ParkInteractionWindowsShow: 'แสดงรายการ',
};
