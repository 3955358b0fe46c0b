import type { MainStrings } from './parking-strings';

export const TH: MainStrings = {
  ParkInteractionPark: 'พัก',
  ParkInteractionParking: 'กำลังพัก…',
  ParkInteractionParkTitle: 'พักการสนทนานี้ไว้ การสนทนาจะกลับมาเมื่อลูกค้าส่งข้อความ',
  ParkInteractionObstacle_busy: 'กำลังพักการสนทนานี้อยู่',
  'ParkInteractionObstacle_conversation-not-loaded': 'การสนทนายังโหลดไม่เสร็จ',
  'ParkInteractionObstacle_other-participants':
    'มีเจ้าหน้าที่หรือหัวหน้างานคนอื่นอยู่ในการสนทนานี้ พักได้เมื่อเหลือเพียงคุณกับลูกค้า',
  'ParkInteractionObstacle_open-invites': 'มีการโอนการสนทนานี้ค้างอยู่ โปรดยกเลิกหรือรอให้เสร็จก่อน',

  ParkInteractionParked: 'พักการสนทนากับ {{customerName}} แล้ว การสนทนาจะกลับมาเมื่อลูกค้าส่งข้อความ',
  ParkInteractionReturned: '{{customerName}} ส่งข้อความมาระหว่างที่คุณพัก การสนทนากำลังถูกส่งต่อให้เจ้าหน้าที่อีกครั้ง',
  ParkInteractionParkFailed: 'พักการสนทนากับ {{customerName}} ไม่สำเร็จ {{reason}}',
  ParkInteractionUnparked: 'นำการสนทนากับ {{customerName}} กลับมาแล้ว และจะมาถึงคุณเป็นงานใหม่',
  ParkInteractionUnparkedToOthers: 'นำการสนทนากับ {{customerName}} กลับมาแล้ว และกำลังส่งต่อให้เจ้าหน้าที่',
  ParkInteractionAlreadyUnparked:
    'การสนทนากับ {{customerName}} ถูกนำกลับมาก่อนแล้ว โดยข้อความของลูกค้าหรือโดยเจ้าหน้าที่คนอื่น',
  ParkInteractionUnparkFailed: 'นำการสนทนากับ {{customerName}} กลับมาไม่สำเร็จ {{reason}}',
  ParkInteractionCompleteFailed: 'ทำงานของ {{customerName}} ให้เสร็จสิ้นไม่สำเร็จ {{reason}}',
  ParkInteractionUnknownCustomer: 'ลูกค้า',
  ParkInteractionSettingsNotice: 'การพักการสนทนา: ต้องแก้ไขการกำหนดค่าของ Flex {{problems}}',
  ParkInteractionTwoParkingsNotice:
    'มีปลั๊กอินสองตัวที่พักการสนทนาได้ เจ้าหน้าที่จึงเห็นปุ่มพักสองปุ่ม ในการกำหนดค่าของ Flex ให้ย้ายการตั้งค่าของปลั๊กอินนี้จาก features.park_interaction ไปที่ features.conversation_parking และตั้ง features.park_interaction.enabled เป็น false สำหรับอีกตัวหนึ่ง',

  ParkInteractionUndo: 'เลิกทำ',
  ParkInteractionCameBackToMe: '{{customerName}} กลับมาแล้ว การสนทนาอยู่ในรายการงานของคุณ',
  ParkInteractionCameBack:
    'การสนทนากับ {{customerName}} ไม่ได้พักอยู่แล้ว กำลังส่งต่อให้เจ้าหน้าที่ เว้นแต่ถูกปิดไปแล้ว',
  ParkInteractionNoteTitle: 'พักการสนทนากับ {{customerName}}',
  ParkInteractionNoteReason: 'เหตุผล (ไม่บังคับ)',
  ParkInteractionNoteNoReason: 'ไม่ระบุเหตุผล',
  ParkInteractionNoteText: 'บันทึกถึงเจ้าหน้าที่คนถัดไป (ไม่บังคับ)',
  ParkInteractionNoteHelp: 'ลูกค้าจะไม่เห็นบันทึกนี้ เหลืออีก {{left}} อักขระ',
  ParkInteractionCancel: 'ยกเลิก',
  ParkInteractionClose: 'ปิด',
  ParkInteractionSpokeLastTitle: 'ลูกค้าเป็นฝ่ายส่งข้อความล่าสุด',
  ParkInteractionSpokeLastText:
    '{{customerName}} อาจกำลังรอคำตอบอยู่ การสนทนาที่พักไว้จะกลับมาเองเมื่อลูกค้าส่งข้อความอีกครั้งเท่านั้น',
  ParkInteractionParkAnyway: 'พักต่อไป',
  ParkInteractionCardLabel: 'บันทึกจากการพักการสนทนา',
  ParkInteractionCardParked: '{{agentName}} พักการสนทนานี้ {{when}}',
  ParkInteractionCardReason: 'เหตุผล: {{reason}}',
  ParkInteractionCardNote: 'บันทึก: {{note}}',
  ParkInteractionCardEvent: 'กลับมาตอนนี้เพราะมีการแจ้งจากระบบอื่น',
  ParkInteractionCardEventNote: 'กลับมาตอนนี้เพราะมีการแจ้งจากระบบอื่น: {{note}}',
  ParkInteractionCardTimes_one: 'พักมาแล้วหนึ่งครั้ง',
  ParkInteractionCardTimes_other: 'พักมาแล้ว {{count}} ครั้ง',

  ParkInteractionListTitle: 'การสนทนาที่พักไว้',
  ParkInteractionListCount: 'การสนทนาที่พักไว้: {{count}}',
  ParkInteractionColumnCustomer: 'ลูกค้า',
  ParkInteractionColumnAddress: 'ที่อยู่ติดต่อ',
  ParkInteractionColumnParkedAt: 'พักเมื่อ',
  ParkInteractionColumnChannel: 'ช่องทาง',
  ParkInteractionColumnAction: 'การดำเนินการ',
  ParkInteractionUnpark: 'นำกลับมา',
  ParkInteractionUnparkCustomer: 'นำการสนทนากับ {{customerName}} กลับมา',
  ParkInteractionUnparkingCustomer: 'กำลังนำการสนทนากับ {{customerName}} กลับมา…',
  ParkInteractionLoading: 'กำลังโหลดการสนทนาที่พักไว้…',
  ParkInteractionEmptyTitle: 'ไม่มีการสนทนาที่พักไว้',
  ParkInteractionEmptyText:
    'กด “พัก” ที่ส่วนหัวของการสนทนาเพื่อให้คุณว่างระหว่างรอลูกค้า การสนทนาจะแสดงที่นี่ และจะกลับมาเมื่อลูกค้าส่งข้อความหรือเมื่อคุณนำกลับมา',
  ParkInteractionListFailedTitle: 'โหลดรายการไม่สำเร็จ',
  ParkInteractionListFailedText:
    'การสนทนาที่คุณพักไว้ยังปลอดภัยและจะกลับมาเมื่อลูกค้าส่งข้อความ โปรดตรวจสอบการเชื่อมต่อแล้วลองอีกครั้ง',
  ParkInteractionRetry: 'ลองอีกครั้ง',
  ParkInteractionReconnecting: 'การเชื่อมต่อขาดหาย รายการจะอัปเดตเองเมื่อเชื่อมต่อได้อีกครั้ง',
  ParkInteractionChannelWeb: 'แชตบนเว็บ',
  ParkInteractionChannelWhatsApp: 'WhatsApp',
  ParkInteractionChannelSms: 'SMS',
  ParkInteractionChannelMessenger: 'Messenger',
  ParkInteractionChannelEmail: 'อีเมล',

  'ParkInteractionFailure_invalid-request':
    'โปรดโหลด Flex ใหม่ หากยังเกิดขึ้นอีก โปรดแจ้งผู้ดูแลระบบว่าปลั๊กอินกับ Functions เป็นคนละเวอร์ชัน',
  'ParkInteractionFailure_token-invalid': 'เซสชันของคุณสิ้นสุดแล้ว โปรดเข้าสู่ระบบอีกครั้ง',
  'ParkInteractionFailure_not-an-agent': 'ผู้ใช้ Flex ของคุณไม่มี worker จึงไม่มีอะไรให้พักหรือนำกลับมา',
  'ParkInteractionFailure_not-permitted': 'เฉพาะหัวหน้างานและผู้ดูแลระบบเท่านั้นที่ทำได้',
  'ParkInteractionFailure_admins-only': 'เฉพาะผู้ดูแลระบบเท่านั้นที่ดูและเปลี่ยนการตั้งค่าการพักการสนทนาได้',
  'ParkInteractionFailure_settings-changed':
    'มีคนอื่นเปลี่ยนการตั้งค่าหรือกำลังบันทึกอยู่ ยังไม่มีการบันทึกใดๆ โหลดอีกครั้งแล้วตรวจดูการเปลี่ยนแปลงของคุณ',
  'ParkInteractionFailure_settings-unconfirmed':
    'Twilio ไม่ได้ยืนยันว่าบันทึกการตั้งค่าแล้ว โหลดอีกครั้งเพื่อดูค่าที่ตั้งไว้',
  'ParkInteractionFailure_parking-disabled': 'ปิดใช้งานการพักการสนทนาอยู่ โปรดโหลด Flex ใหม่',
  'ParkInteractionFailure_not-your-task': 'งานนี้ไม่ได้มอบหมายให้คุณ',
  'ParkInteractionFailure_not-your-park': 'เจ้าหน้าที่คนอื่นเป็นผู้พักการสนทนานี้ หัวหน้างานสามารถนำกลับมาได้',
  'ParkInteractionFailure_task-not-found': 'ไม่มีงานนี้อีกแล้ว โปรดโหลด Flex ใหม่',
  'ParkInteractionFailure_conversation-not-found': 'ไม่มีการสนทนานี้อีกแล้ว',
  'ParkInteractionFailure_not-parked': 'การสนทนานี้ไม่ได้ถูกพักไว้แล้ว',
  'ParkInteractionFailure_task-not-assigned': 'พักได้เฉพาะงานที่คุณรับแล้วเท่านั้น',
  'ParkInteractionFailure_not-a-messaging-task': 'พักได้เฉพาะการสนทนาแบบข้อความเท่านั้น',
  'ParkInteractionFailure_other-participants':
    'มีเจ้าหน้าที่หรือหัวหน้างานคนอื่นอยู่ในการสนทนานี้ พักได้เมื่อเหลือเพียงคุณกับลูกค้า',
  'ParkInteractionFailure_conversation-is-back':
    'การสนทนานี้กลับมาหาคุณในงานอื่นแล้ว โปรดทำงานนี้ให้เสร็จสิ้นเมื่องานนั้นจบลง',
  'ParkInteractionFailure_agent-not-available':
    'เจ้าหน้าที่คนนี้ไม่พร้อมรับงานหรือรับการสนทนาเพิ่มไม่ได้แล้ว โปรดเลือกเจ้าหน้าที่คนอื่นหรือคิว',
  'ParkInteractionFailure_queue-not-found': 'ไม่มีคิวนี้แล้ว โปรดเลือกคิวอื่น',
  'ParkInteractionFailure_no-customer': 'ไม่มีลูกค้าในการสนทนานี้ที่จะทำให้การสนทนากลับมาได้',
  'ParkInteractionFailure_queue-may-not-park': 'ไม่สามารถพักการสนทนาของคิวนี้ได้',
  'ParkInteractionFailure_too-many-parked': 'คุณพักการสนทนาครบจำนวนที่อนุญาตแล้ว โปรดนำการสนทนาหนึ่งกลับมาก่อน',
  'ParkInteractionFailure_wake-links-off': 'ลิงก์เรียกกลับปิดใช้งานอยู่ โปรดแจ้งผู้ดูแลระบบ',
  'ParkInteractionFailure_wake-link-invalid': 'ลิงก์เรียกกลับนี้ไม่ถูกต้อง โปรดคัดลอกอีกครั้ง',
  'ParkInteractionFailure_wake-link-expired': 'ลิงก์เรียกกลับนี้ใช้ไม่ได้แล้ว เพราะการสนทนากลับมาหรือปิดไปแล้ว',
  'ParkInteractionFailure_time-not-possible':
    'เลือกเวลาระหว่างหนึ่งนาทีถึง 90 วันข้างหน้า หากยังไม่ได้ แสดงว่าที่นี่ไม่อนุญาตให้พักการสนทนานานเท่านั้น',
  'ParkInteractionFailure_open-invites':
    'กำลังเชิญเจ้าหน้าที่คนอื่นเข้าร่วมการสนทนานี้ โปรดรอจนกว่าจะได้รับคำตอบ หรือยกเลิกคำเชิญ',
  'ParkInteractionFailure_no-workflow':
    'งานนี้ไม่ได้มาทางเวิร์กโฟลว์ และไม่มีเวิร์กโฟลว์เริ่มต้นที่จะนำกลับมา โปรดแจ้งผู้ดูแลระบบ',
  'ParkInteractionFailure_record-unreadable':
    'อ่านข้อมูลที่บันทึกไว้ของการสนทนาที่พักนี้ไม่ได้ ข้อความถัดไปของลูกค้าจะยังนำการสนทนากลับมาหากเป็นไปได้ โปรดแจ้งผู้ดูแลระบบ',
  'ParkInteractionFailure_customer-spoke-last': 'ลูกค้าเป็นฝ่ายส่งข้อความล่าสุด โปรดตอบก่อนแล้วจึงพักการสนทนา',
  ParkInteractionFailure_busy: 'กำลังพักหรือนำการสนทนานี้กลับมาอยู่ โปรดลองอีกครั้งในอีกไม่กี่วินาที',
  'ParkInteractionFailure_webhook-limit':
    'การสนทนานี้มีเว็บฮุกครบห้ารายการซึ่งเป็นจำนวนสูงสุดของ Twilio แล้ว โปรดแจ้งผู้ดูแลระบบ',
  'ParkInteractionFailure_attributes-too-large': 'งานนี้มีข้อมูลมากเกินกว่าจะนำกลับมาได้ โปรดแจ้งผู้ดูแลระบบ',
  'ParkInteractionFailure_conversation-closed': 'การสนทนานี้ปิดแล้ว ข้อความถัดไปของลูกค้าจะเริ่มการสนทนาใหม่',
  'ParkInteractionFailure_channel-failed': 'ช่องทางนี้ล้มเหลวที่ Twilio การสนทนาจึงกลับมาไม่ได้ โปรดติดต่อลูกค้าใหม่',
  'ParkInteractionFailure_channel-gone': 'Twilio ลบช่องทางนี้แล้วเนื่องจากไม่ได้ใช้งานเป็นเวลานาน โปรดติดต่อลูกค้าใหม่',
  'ParkInteractionFailure_routing-refused':
    'Twilio ปฏิเสธการส่งต่อ การสนทนายังคงถูกพักไว้ โปรดแจ้งหัวหน้างานหรือผู้ดูแลระบบ',
  'ParkInteractionFailure_park-unconfirmed':
    'Twilio ไม่ได้ยืนยันผล ลูกค้ายังปลอดภัยดี หากงานยังอยู่ที่นี่ โปรดกดพักอีกครั้ง',
  'ParkInteractionFailure_unpark-unconfirmed':
    'Twilio ยังไม่ยืนยันงานใหม่ หากงานไม่มา ระบบจะแก้ไขให้เองภายในไม่กี่นาที คุณไม่ต้องนำกลับมาอีกครั้ง',
  'ParkInteractionFailure_complete-unconfirmed':
    'Twilio ยังไม่ยืนยันว่างานเสร็จสิ้นแล้ว การสนทนายังปลอดภัย โปรดลองอีกครั้ง',
  'ParkInteractionFailure_rate-limited':
    'ขณะนี้ Twilio มีการใช้งานหนาแน่น ยังไม่มีการเปลี่ยนแปลงใด ๆ โปรดลองอีกครั้งในอีกไม่กี่วินาที',
  'ParkInteractionFailure_twilio-unavailable': 'Twilio ไม่ตอบกลับ ยังไม่มีการเปลี่ยนแปลงใด ๆ โปรดลองอีกครั้ง',
  'ParkInteractionFailure_configuration-unavailable': 'อ่านการตั้งค่าไม่สำเร็จ โปรดลองอีกครั้ง',
  'ParkInteractionFailure_configuration-invalid': 'การตั้งค่าของ Functions ไม่ครบ โปรดแจ้งผู้ดูแลระบบ',
  'ParkInteractionFailure_internal-error':
    'เกิดข้อผิดพลาดที่ไม่คาดคิด โปรดลองอีกครั้ง และแจ้งผู้ดูแลระบบหากยังเกิดขึ้นอีก',
  ParkInteractionFailure_offline: 'คุณออฟไลน์อยู่ ยังไม่ได้ส่งข้อมูลใด ๆ โปรดลองอีกครั้งเมื่อเชื่อมต่อแล้ว',
  'ParkInteractionFailure_copy-refused': 'เบราว์เซอร์ไม่อนุญาตให้คัดลอก โปรดลองอีกครั้ง',
  'ParkInteractionFailure_message-not-sent':
    'ข้อความล่าสุดของคุณยังไม่ได้ส่ง โปรดส่งอีกครั้ง หรือกดพักอีกครั้งเพื่อพักโดยไม่ส่งข้อความนั้น',
  'ParkInteractionFailure_no-answer': 'ไม่มีการตอบกลับ แต่อาจสำเร็จแล้วก็ได้ โปรดตรวจสอบอีกครั้งในอีกสักครู่ก่อนทำซ้ำ',
  'ParkInteractionFailure_refused-for-unknown-reason':
    'ถูกปฏิเสธด้วยเหตุผลที่ Flex เวอร์ชันนี้ไม่รู้จัก โปรดโหลด Flex ใหม่แล้วลองอีกครั้ง หากเกิดขึ้นอีก โปรดแจ้งผู้ดูแลระบบ',
  'ParkInteractionFailure_answer-not-understood':
    'Flex เวอร์ชันนี้อ่านคำตอบไม่ได้ โปรดโหลด Flex ใหม่ แล้วตรวจสอบว่าสำเร็จหรือไม่ หากเกิดขึ้นอีก โปรดแจ้งผู้ดูแลระบบ',
};
