/** What is bigger is not in state files: they are written whole after each change. */
const KEPT_BYTES = 1024 * 1024;

/** The bytes of an attachment; in JSON they are base64, or null when they are too many to be kept. */
export class MediaContent {
  readonly #bytes: Buffer | null;

  constructor(bytes: Buffer | null) {
    this.#bytes = bytes;
  }

  /** Null: they did not outlive a restart. */
  get bytes(): Buffer | null {
    return this.#bytes;
  }

  toJSON(): string | null {
    const bytes = this.#bytes;
    return bytes && bytes.length <= KEPT_BYTES ? bytes.toString('base64') : null;
  }
}
