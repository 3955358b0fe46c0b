import type { ThreadStatus } from '../threads';

export interface StatusWords {
  readonly title: string;
  readonly detail: string;
}

/** Each state of a conversation, in the words of somebody who sees Flex for the first time. */
export function statusWords(status: ThreadStatus): StatusWords {
  switch (status.kind) {
    case 'none':
      return { title: 'Nothing yet', detail: 'Write to start a conversation.' };
    case 'waiting':
      return status.offeredTo
        ? { title: `Offered to ${status.offeredTo}`, detail: 'Accept it on that desktop.' }
        : { title: 'Waiting for an agent', detail: 'Nobody is available. Set an agent to Available.' };
    case 'with-agent':
      return { title: `With ${status.agent}`, detail: 'The agent has a task for it.' };
    case 'unattended':
      return { title: 'Open, with no agent on it', detail: 'The history is kept. Write to go on with it.' };
    case 'ended':
      return { title: 'Ended', detail: 'Write to start a new conversation.' };
  }
}
