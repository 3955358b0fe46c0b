import { CHINESE } from './words/zh';
import { ENGLISH } from './words/en';
import { FRIENDLY_EMOJI, FRIENDLY_FACES } from './words/friendly-signs';
import { PORTUGUESE } from './words/pt';
import { SPANISH } from './words/es';
import { THAI } from './words/th';

/** Customers write in whichever language they like, and nothing says which. */
const LANGUAGES = [ENGLISH, SPANISH, PORTUGUESE, THAI, CHINESE] as const;

const REMARKS = LANGUAGES.flatMap(({ remarks }) => remarks);
const REMARKS_AND_TAILS = [...REMARKS, ...LANGUAGES.flatMap(({ tails }) => tails)];

/** Of what people write; phones quote whole messages, and automatic replies are long. */
const AT_MOST_WORDS = 10;
const AT_MOST_CHARS = 80;
const QUOTED_AT_MOST_CHARS = 400;

/** May be a question, a number that was asked for, an address: whatever has one of these is to be read. */
const TO_BE_READ = /[?？¿؟‽⁇⁈⁉❓❔@]|\p{N}|https?:|www\.|\p{L}\.\p{L}/iu;

/**
 * Whether a message is plainly a closing remark, a friendly emoji or reaction, or an automatic reply, so that nobody has
 * to answer it soon. When in doubt it is not.
 */
export function isClosingRemark({ body, hasMedia }: { body: string; hasMedia: boolean }): boolean {
  if (hasMedia || body.length > QUOTED_AT_MOST_CHARS || TO_BE_READ.test(body)) return false;
  const { text, hadSigns } = withoutSigns(plain(body));
  if (isReaction(text, hadSigns) || isAutomatic(text)) return true;
  // A frown, or whatever else stands between the words, may mean the opposite of what they say.
  if (!PLAINLY_WRITTEN.test(text)) return false;
  const words = spaced(text);
  if (words === '') return hadSigns;
  const isShort = text.length <= AT_MOST_CHARS && words.split(' ').length <= AT_MOST_WORDS;
  return isShort && isMadeOfRemarks(words);
}

const PLAINLY_WRITTEN = /^[\p{L}\p{M}\s.,;!¡…·，。；！、~～-]*$/u;

/** Lower case, without the accents of Latin letters, apostrophes and letters that were held down. */
function plain(body: string): string {
  return body
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/['’‘`´]/gu, '')
    .replace(/(\p{Script=Latin})\1{2,}/gu, '$1')
    .trim();
}

/** Skin colours, and what turns a character into an emoji. */
const TOUCHES = /[\u{1f3fb}-\u{1f3ff}\ufe0f]/gu;

function withoutSigns(all: string): { text: string; hadSigns: boolean } {
  const bare = all.replace(TOUCHES, '');
  const text = [...FRIENDLY_EMOJI, ...FRIENDLY_FACES].reduce((left, sign) => left.replaceAll(sign, ' '), bare).trim();
  return { text, hadSigns: text !== bare };
}

/** Such as: Liked “I will call you.” Or with an emoji: 👍 to “I will call you.” */
function isReaction(text: string, hadSigns: boolean): boolean {
  const [, said = ''] = /^([^"“”«»「」]+)["“«「][^"“”«»「」]+["”»」]$/u.exec(text) ?? [];
  const how = said.replace(/\s+/gu, ' ').trim();
  if (hadSigns && (how === 'to' || how === 'reacted to')) return true;
  return LANGUAGES.some(({ reactions }) => reactions.includes(how));
}

function isAutomatic(text: string): boolean {
  return LANGUAGES.some(
    ({ headings, automatic }) =>
      headings.some((heading) => restOf(heading, text)?.match(/^\s*[:：–—-]/u)) ||
      automatic.some((sentence) => restOf(sentence, text)?.match(/^\s*([.!。！,，;；–—-]|$)/u)),
  );
}

const restOf = (beginning: string, text: string) =>
  text.startsWith(beginning) ? text.slice(beginning.length) : undefined;

/**
 * Whether what an agent wrote may ask something. Then no remark after it is merely one: "Ok" may be the answer that they
 * wait for.
 */
export function mayAsk(body: string): boolean {
  return /[?？؟]/u.test(body) || LANGUAGES.some(({ questions }) => questions.some((word) => body.includes(word)));
}

/** Without punctuation. */
function spaced(text: string): string {
  return text.replace(/[\p{P}\s~～]+/gu, ' ').trim();
}

/** Each rest is looked at once, in however many ways the words before it can be cut. */
function isMadeOfRemarks(words: string): boolean {
  const rests = new Set([words]);
  for (const rest of rests) {
    if (rest === '') return true;
    for (const part of rest === words ? REMARKS : REMARKS_AND_TAILS) {
      const after = restAfter(part, rest);
      if (after !== undefined) rests.add(after);
    }
  }
  return false;
}

/** Latin words end where a space is; Thai and Chinese ones stand side by side. */
function restAfter(part: string, words: string): string | undefined {
  if (!words.startsWith(part)) return undefined;
  const rest = words.slice(part.length);
  const isCut = /\p{Script=Latin}$/u.test(part) && /^\p{Script=Latin}/u.test(rest);
  return isCut ? undefined : rest.trimStart();
}
