import type { SettingsStrings } from '../parking-strings';

export const SETTINGS_TH: SettingsStrings = {
  ParkInteractionSettingsTitle: 'การตั้งค่าการพักการสนทนา',
  ParkInteractionSettingsIntro: 'การตั้งค่าเหล่านี้ใช้กับทั้งบัญชี คุณจะเห็นว่าการเปลี่ยนแปลงมีผลอย่างไรก่อนบันทึก',
  ParkInteractionSettingsLoading: 'กำลังโหลดการตั้งค่า…',
  ParkInteractionSettingsDefault: 'ค่าเริ่มต้น: {{value}}',
  ParkInteractionSettingsNone: 'ไม่มี',
  ParkInteractionSettingsIsSet: 'ตั้งไว้ในบัญชีนี้',
  ParkInteractionSettingsReset: 'ใช้ค่าเริ่มต้น',
  ParkInteractionSettingsResetOne: 'ใช้ค่าเริ่มต้นของ {{name}}',
  ParkInteractionSettingsLines: 'หนึ่งรายการต่อบรรทัด',
  ParkInteractionSettingsReview: 'ตรวจดูการเปลี่ยนแปลง',
  ParkInteractionSettingsDiscard: 'ยกเลิกการเปลี่ยนแปลง',
  ParkInteractionSettingsReviewTitle: 'สิ่งที่จะเปลี่ยน',
  ParkInteractionSettingsSave: 'บันทึก',
  ParkInteractionSettingsSaved: 'บันทึกการตั้งค่าแล้ว แต่ละหน้าจอจะใช้เมื่อโหลด Flex ใหม่',
  ParkInteractionSettingsFailed: 'ทำไม่สำเร็จ',
  ParkInteractionSettingsOthers: 'มีคนอื่นเปลี่ยน: {{names}}',
  ParkInteractionSettingsLoadAgain: 'โหลดอีกครั้ง',
  ParkInteractionSettingsReload: 'โหลดใหม่',
  ParkInteractionSettingsChanged: 'การตั้งค่าการพักการสนทนามีการเปลี่ยนแปลง โหลด Flex ใหม่เพื่อใช้งาน',
};
