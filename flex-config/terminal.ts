import { createInterface } from 'node:readline/promises';

import { ConfigError } from './config-error';

/** The person in front of a command. */
export interface Terminal {
  print(line: string): void;
  /** Asks a question that only "y" or "yes" answers with yes. */
  confirm(question: string): Promise<boolean>;
}

/** The terminal of this process. `yes` answers every question; without a terminal to ask there is no answer. */
export function processTerminal({ yes, agreeWith = '--yes' }: { yes: boolean; agreeWith?: string }): Terminal {
  return {
    print: (line) => process.stdout.write(`${line}\n`),
    async confirm(question) {
      if (yes) return true;
      if (!process.stdin.isTTY) {
        throw new ConfigError(
          'not-confirmed',
          `${question} Nothing was changed: there is no terminal to ask. Use ${agreeWith} to agree.`,
        );
      }
      const asking = createInterface({ input: process.stdin, output: process.stdout });
      try {
        return /^y(es)?$/i.test((await asking.question(`${question} (y/N) `)).trim());
      } finally {
        asking.close();
      }
    },
  };
}
