/** @jest-environment node */
import fc from 'fast-check';

import {
  isClosingRemark,
  mayAsk,
} from '../../../../../serverless-functions/src/parking/domain/closing-remark/closing-remark';

const staysParked = (body: string) => isClosingRemark({ body, hasMedia: false });

describe('a message that needs no answer soon', () => {
  it.each([
    ...[
      'Thanks',
      'thanks!',
      'THANK YOU!!!',
      'Ok, thanks a lot!',
      'Thankssss',
      'ok',
      'Okay 👍',
      'Great, thank you so much!',
    ],
    ...[
      'Got it, thanks for your help. Have a nice day!',
      'No problem',
      'Perfect. Bye',
      'thanks again :)',
      'I appreciate it.',
    ],
    ...[
      'Gracias',
      '¡Muchas gracias!',
      'Vale, gracias por la información',
      'Perfecto, muchísimas gracias, buenas tardes',
    ],
    ...['Obrigada!', 'Muito obrigado pela atenção', 'Valeu', 'ótimo, obrigado e bom fim de semana', 'Até logo'],
    ...['ขอบคุณค่ะ', 'ขอบคุณมากครับ', 'โอเค ขอบคุณนะคะ', 'ขอบคุณสำหรับความช่วยเหลือครับ', 'รับทราบค่ะ'],
    ...['谢谢', '好的，谢谢您！', '非常感谢', '收到', '謝謝你', '明白了，辛苦了', 'ok 谢谢'],
  ])('is “%s”', (body) => {
    expect(staysParked(body)).toBe(true);
  });

  it.each(['👍', '👍🏽', '🙏🙏🙏', '❤️', '😊 🎉', ':)', 'Thanks 😊'])('is a friendly sign: %s', (body) => {
    expect(staysParked(body)).toBe(true);
  });

  it.each([
    ...['Liked “I will call you tomorrow.”', 'Loved "We will be back"', '👍 to “I am looking into it”'],
    ...[
      'Reacted 🙏 to “I am looking into it”',
      'Le gustó “Le llamo luego”',
      'Curtiu “Eu ligo depois”',
      '赞了“我再联系您”',
    ],
  ])('is a friendly reaction: %s', (body) => {
    expect(staysParked(body)).toBe(true);
  });

  it.each([
    'Automatic reply: I am travelling and will read your message when I am back.',
    "I'm driving with Do Not Disturb While Driving turned on. I'll see your message when I get where I'm going.",
    'Respuesta automática: estoy de vacaciones.',
    'Resposta automática: estou de férias.',
    '自动回复：我现在不在办公室。',
    'ข้อความตอบกลับอัตโนมัติ: ขณะนี้ไม่อยู่ที่สำนักงาน',
  ])('is an automatic reply: %s', (body) => {
    expect(staysParked(body)).toBe(true);
  });
});

describe('a message in doubt', () => {
  it.each([
    ...[
      '',
      '   ',
      '!!!',
      '...',
      'yes',
      'Yes, thanks',
      'no',
      'No thanks',
      'sí',
      'não',
      'ครับ',
      'ค่ะ',
      '好',
      '对',
      'sure',
      'again',
    ],
    ...['thanks but it is still broken', 'Thanks for nothing', 'not ok', 'great, now it crashed', 'Thanks Ada', 'okra'],
    ...['so much', 'y', 'buenas tardes', 'bom dia', 'hello', 'help', '👎', '😡', 'Thanks 😡', '✅', '🆘', '👍😢'],
    ...[
      'Disliked “I will call you.”',
      'Questioned “I will call you.”',
      'Reacted 😡 to “I will call you”',
      'to “somewhere”',
    ],
    ...[
      'I’m driving with a flat tyre and nobody has come',
      'This is an automatic charge I did not authorise',
      'Out of office hours nobody answers, my card was stolen',
      'Automatic reply again. I want to talk to a person',
      'Fuera de la oficina no me atiende nadie',
      'Gracias por nada',
      'Obrigado por nada',
    ],
    ...['Thanks :(', 'ok :/', 'Thank you :’(', "Thank you :'(", 'Great -_-', 'Perfect (not)', '“Thanks”', 'ok T_T'],
    ...[
      '谢谢，但是还没有收到',
      '好的三点',
      'ขอบคุณแต่ยังไม่ได้รับ',
      'gracias pero no funciona',
      'obrigado mas não chegou',
    ],
  ])('wakes: “%s”', (body) => {
    expect(staysParked(body)).toBe(false);
  });

  it.each(['Liked “Shall I cancel your order?”', 'Automatic reply: I am away until 5 December', 'thanks?', '谢谢？'])(
    'wakes, however it begins: “%s”',
    (body) => {
      expect(staysParked(body)).toBe(false);
    },
  );

  it('wakes when something is attached, whatever stands beside it', () => {
    expect(isClosingRemark({ body: 'Thanks', hasMedia: true })).toBe(false);
  });

  const remark = fc.constantFrom('Thanks', 'Ok, thank you!', 'Gracias', 'Obrigado', 'ขอบคุณค่ะ', '好的谢谢', '👍');
  const toBeRead = fc.constantFrom(
    '?',
    '？',
    '¿',
    '؟',
    '7',
    '２',
    '٣',
    '๓',
    'https://a.example',
    'www.a',
    'me@a',
    'a.example',
  );

  it('wakes with a question mark, a digit, or an address anywhere in it', () => {
    fc.assert(
      fc.property(remark, toBeRead, fc.nat(20), (body, part, at) => {
        const letters = [...body];
        letters.splice(Math.min(at, letters.length), 0, part);
        expect(staysParked(letters.join(''))).toBe(false);
      }),
    );
  });

  it('wakes with more than a few words, though each be a closing remark', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('thanks', 'ok', 'gracias', 'great'), { minLength: 11, maxLength: 40 }),
        (words) => {
          expect(staysParked(words.join(' '))).toBe(false);
        },
      ),
    );
  });

  it('wakes with any word that is not on the lists beside a closing remark', () => {
    const word = fc.stringMatching(/^[jqz]{2,12}$/);
    fc.assert(
      fc.property(remark, word, fc.boolean(), (body, other, isFirst) => {
        expect(staysParked(isFirst ? `${other} ${body}` : `${body} ${other}`)).toBe(false);
      }),
    );
  });

  it('can be judged, whatever it says', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 2_000, unit: 'grapheme' }), (body) => {
        expect(typeof staysParked(body)).toBe('boolean');
      }),
    );
  });
});

describe('what an agent wrote', () => {
  it.each(['Shall I cancel your order?', '可以吗', '需要取消吗', 'ต้องการยกเลิกไหมคะ', '¿Lo cancelo?'])(
    'may ask something: “%s”',
    (body) => {
      expect(mayAsk(body)).toBe(true);
    },
  );

  it.each(['I will look into it and call you.', '我会再联系您。', 'Te llamo luego', ''])(
    'asks nothing: “%s”',
    (body) => {
      expect(mayAsk(body)).toBe(false);
    },
  );
});
