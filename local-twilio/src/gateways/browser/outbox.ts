import { guarded, type OnFailure } from '../../kernel/failures';

/** Sends later, in order: an answer leaves before the pushes that its own request caused. */
export interface Outbox {
  add(send: () => void): void;
  /** Resolves when all that was added has been sent. */
  settled(): Promise<void>;
}

export function outbox(onFailure: OnFailure): Outbox {
  const waiting: (() => void)[] = [];
  let flushing: Promise<void> | undefined;

  const flush = () =>
    new Promise<void>((resolve) => {
      setImmediate(() => {
        for (let send = waiting.shift(); send; send = waiting.shift()) send();
        flushing = undefined;
        resolve();
      });
    });

  return {
    add(send) {
      waiting.push(guarded('a push', send, onFailure));
      flushing ??= flush();
    },
    async settled() {
      while (flushing) await flushing;
    },
  };
}
