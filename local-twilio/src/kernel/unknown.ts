/** What no documentation says and only a live account can tell. */
export interface Unknown {
  readonly what: string;
  /** What is done here, and what else Twilio may do. */
  readonly here: string;
  readonly otherwise: string;
  /** Where a product notices. */
  readonly matters: string;
  /** By whom and when a live account was asked. */
  readonly confirmed: string | null;
}
