import type { UntilStrings } from '../parking-strings';

export const UNTIL_TH: UntilStrings = {
  ParkInteractionUntilMenu: 'พักจนถึง…',
  ParkInteractionUntilMenuTitle: 'พักจนถึงเวลาที่กำหนด การสนทนาจะกลับมาเมื่อถึงเวลา หรือเมื่อลูกค้าส่งข้อความ',
  ParkInteractionUntilOwn: 'เลือกวันที่และเวลา…',
  ParkInteractionUntilReplies: 'ให้คำตอบรอจนถึงเวลานั้น',
  ParkInteractionUntilRepliesHelp:
    'คำตอบของลูกค้าจะไม่ทำให้การสนทนากลับมาก่อนเวลานั้น และจะแสดงในรายการว่ายังไม่ได้อ่าน',
  ParkInteractionUntilTitle: 'ต้องการให้กลับมาเมื่อใด',
  ParkInteractionUntilDate: 'วันที่',
  ParkInteractionUntilTime: 'เวลา',
  ParkInteractionUntilZone: 'เขตเวลา: {{zone}}',
  ParkInteractionUntilTooSoon: 'เลือกเวลาที่ช้ากว่าตอนนี้อย่างน้อยหนึ่งนาที',
  ParkInteractionUntilAfterWindow: 'หลังจากช่วงเวลาตอบกลับสิ้นสุด',
  ParkInteractionUntilToday: 'วันนี้ {{time}}',
  ParkInteractionUntilTomorrow: 'พรุ่งนี้ {{time}}',
  ParkInteractionUntilConfirm: 'พัก',
  ParkInteractionUntilConfirmChange: 'เปลี่ยนเวลา',
  ParkInteractionUntilParked:
    'พักการสนทนากับ {{customerName}} จนถึง {{when}} แล้ว การสนทนาจะกลับมาเมื่อถึงเวลา หรือเมื่อลูกค้าส่งข้อความ',
  ParkInteractionUntilParkedOnlyThen:
    'พักการสนทนากับ {{customerName}} จนถึง {{when}} แล้ว คำตอบของลูกค้าจะรอจนถึงเวลานั้น',
  ParkInteractionUntilSpokeLast:
    '{{customerName}} อาจกำลังรอคำตอบอยู่ การสนทนาจะกลับมาเวลา {{when}} หรือเมื่อลูกค้าส่งข้อความอีกครั้ง',
  ParkInteractionUntilSpokeLastOnlyThen:
    '{{customerName}} อาจกำลังรอคำตอบอยู่ การสนทนาจะกลับมาเวลา {{when}} แม้ลูกค้าจะส่งข้อความก่อนหน้านั้น',
  ParkInteractionUntilChanged: 'การสนทนากับ {{customerName}} จะกลับมาเวลา {{when}}',
  ParkInteractionUntilCleared: 'การสนทนากับ {{customerName}} ไม่มีเวลากลับแล้ว และจะกลับมาเมื่อลูกค้าส่งข้อความ',
  ParkInteractionUntilChangeFailed: 'เปลี่ยนเวลาของ {{customerName}} ไม่สำเร็จ {{reason}}',
  ParkInteractionUntilChangeReturned: '{{customerName}} ส่งข้อความมาแล้ว การสนทนากำลังส่งต่อให้เจ้าหน้าที่',
  ParkInteractionUntilCardAskedFor: 'กลับมาตอนนี้เพราะ {{agentName}} เลือกเวลา {{when}}',
  ParkInteractionUntilColumn: 'กลับมา',
  ParkInteractionUntilOnReply: 'เมื่อลูกค้าส่งข้อความ',
  ParkInteractionUntilDue: 'ถึงเวลาแล้ว',
  ParkInteractionUntilOverdue: 'ควรกลับมา{{when}}',
  ParkInteractionUntilWaits: 'ให้คำตอบรอ',
  ParkInteractionUntilWaitsTitle: 'คำตอบของลูกค้าจะไม่ทำให้กลับมาก่อนเวลานี้',
  ParkInteractionUntilUnread: 'มีคำตอบที่ยังไม่ได้อ่าน',
  ParkInteractionUntilUnreadTitle: 'ลูกค้าส่งข้อความแล้ว คำตอบรอจนถึงเวลานี้',
  ParkInteractionUntilChange: 'เปลี่ยนเวลา',
  ParkInteractionUntilChangeCustomer: 'เปลี่ยนเวลาที่การสนทนากับ {{customerName}} จะกลับมา',
  ParkInteractionUntilClear: 'เมื่อลูกค้าส่งข้อความเท่านั้น',
};
