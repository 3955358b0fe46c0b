/** The words of one language: lower case, without accents, apostrophes and punctuation. */
export interface ClosingWords {
  /** A message of nothing but these is a closing remark. */
  readonly remarks: readonly string[];
  /** What may only follow one: by itself it could be an answer, a greeting, or the beginning of something else. */
  readonly tails: readonly string[];
  /** How a phone tells of a friendly reaction to a message, which it quotes behind these words. */
  readonly reactions: readonly string[];
  /** Headings of replies that nobody wrote, which a colon or a dash follows: "Automatic reply: …". */
  readonly headings: readonly string[];
  /** First sentences of replies that nobody wrote, whole. */
  readonly automatic: readonly string[];
  /** What makes a question of a sentence where people leave the question mark out. */
  readonly questions: readonly string[];
}
