/**
 * Emoji that say thanks, fine or goodbye, without skin colours and variation selectors. Whatever is not among them wakes:
 * a tick may be an answer, and a frown is a reason to come back.
 */
export const FRIENDLY_EMOJI: readonly string[] = [
  ...['👍', '👌', '🙏', '🙌', '👏', '🤝', '👋', '💪', '🤗', '😊', '🙂', '😀', '😃', '😄', '😁', '😉', '😍', '🥰', '😘'],
  ...[
    '☺',
    '🤩',
    '❤',
    '🧡',
    '💛',
    '💚',
    '💙',
    '💜',
    '🤍',
    '💕',
    '💖',
    '💐',
    '🌹',
    '🌷',
    '🌸',
    '🎉',
    '🥳',
    '✨',
    '⭐',
    '🌟',
  ],
];

/** Faces made of punctuation, in lower case. */
export const FRIENDLY_FACES: readonly string[] = [':-)', ':)', ';-)', ';)', '=)', ':-d', ':d', '^^'];
