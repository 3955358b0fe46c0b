/** Everything that a calibration makes is called so, and then its run's id: anybody sees what it is. */
export const PREFIX = 'park-interaction calibration';

export const nameOf = (runId: string): string => `${PREFIX} ${runId}`;

/** The run that made something of that name. */
export function runOf(name: unknown): string | undefined {
  const [, runId] = /^park-interaction calibration ([0-9a-f]{8})\b/.exec(typeof name === 'string' ? name : '') ?? [];
  return runId;
}

/** Each question is asked so often at most. */
export const MOST_TIMES = 5;

const LABELS = ['customer', 'second', 'codes', 'texts', 'webhooks'] as const;
export type ConversationLabel = (typeof LABELS)[number];

/** Unique in the account, so that a conversation is found without reading all others. */
export const conversationName = (runId: string, label: ConversationLabel, round: number): string =>
  `${nameOf(runId)} ${label} ${round}`;

/** Every conversation that a run can have made. */
export const conversationNames = (runId: string): string[] =>
  Array.from({ length: MOST_TIMES }, (_, round) => LABELS.map((label) => conversationName(runId, label, round))).flat();
