import { outcomeOfAsync } from '../flex-config/commands';
import type { Outcome } from '../flex-config/commands';
import { explained } from './account/twilio-failure';
import { DeployError } from './deploy-error';

export type { Outcome };

/** Runs a command; what stops it becomes one line. Anything else is a defect and is thrown on. */
export async function outcomeOfDeploy(command: () => Promise<Outcome>): Promise<Outcome> {
  return outcomeOfAsync(async () => {
    try {
      return await command();
    } catch (error) {
      const known = explained(error);
      if (known instanceof DeployError) return { exitCode: 1, lines: [known.message] };
      throw error;
    }
  });
}

/** Good news goes to standard output, bad news to standard error. */
export function printOutcome({ exitCode, lines }: Outcome): void {
  const stream = exitCode === 0 ? process.stdout : process.stderr;
  stream.write(`${lines.join('\n')}\n`);
  process.exitCode = exitCode;
}
