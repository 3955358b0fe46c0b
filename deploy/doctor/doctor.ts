import type { Outcome } from '../../flex-config/commands';
import type { Account } from '../account/account';
import { readState } from '../account/read-state';
import { DeployError } from '../deploy-error';
import { parkingPorts } from '../parking/ports';
import { adopt } from '../template/adopt';
import type { Adopted } from '../template/adopt';
import { findTemplateParks } from '../template/template-parks';
import { checkAll } from './checks';
import { describeLines } from './lines';
import { readFacts } from './read-facts';

interface Asked {
  env: string;
  flexSyncSid: string | undefined;
}

/** Looks at everything that parking needs in an account. Fails when anything is red. */
export async function examine(
  account: Account,
  asked: Asked & { template?: boolean; calibration?: string },
): Promise<Outcome> {
  const lines = checkAll(await readFacts(account, asked));
  return { exitCode: lines.some(({ level }) => level === 'red') ? 1 : 0, lines: describeLines(lines) };
}

/** Takes over every conversation that the public template parked. Run again, it finds what is left. */
export async function adoptAll(account: Account, asked: Asked): Promise<Outcome> {
  const state = await readState(account, asked);
  if (!parkingPorts(account, state)) {
    throw new DeployError(
      'plan-refused',
      `Nothing is deployed to adopt with. Run npm run deploy -- --env ${asked.env}`,
    );
  }
  const parks = await findTemplateParks(account);
  const lines: string[] = [];
  let left = 0;
  for (const found of parks) {
    const ports = parkingPorts(account, state);
    if (!ports) break;
    const adopted = await adopt({ account, ports, workspaceSid: state.workspaceSid }, found);
    if (adopted.kind === 'left') left += 1;
    lines.push(`${found.conversationSid}: ${described(adopted)}`);
  }
  const summary =
    parks.length === 0 ? 'The public template has nothing parked.' : `${parks.length - left} adopted, ${left} left.`;
  return { exitCode: left > 0 ? 1 : 0, lines: [...lines, summary] };
}

function described(adopted: Adopted): string {
  switch (adopted.kind) {
    case 'adopted':
      return ['adopted', ...adopted.unknown].join('; ');
    case 'routed':
      return ['adopted, and routed at once: the customer had written', ...adopted.unknown].join('; ');
    case 'left':
      return `left as it is: ${adopted.reason}`;
  }
}
