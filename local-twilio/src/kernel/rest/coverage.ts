/** operationId → what is missing of it, for operations that are served in part. */
export type Missing = Readonly<Record<string, string>>;
