import type { Outcome } from '../../flex-config/commands';
import type { Terminal } from '../../flex-config/terminal';
import type { ReconcileAnswer } from '../../serverless-functions/src/contract/reconcile';
import type { Ports } from '../../serverless-functions/src/parking/ports';
import { reconcile } from '../../serverless-functions/src/parking/upkeep/reconcile';
import type { Account } from '../account/account';
import { readState } from '../account/read-state';
import { DeployError } from '../deploy-error';
import { parkingPorts } from '../parking/ports';
import { adviceFor } from './advice';
import { rehearsed, type Rehearsal } from './rehearsed-ports';

/** A little less than the lease, so that no open desktop begins beside this run. */
const RUN_FOR_MS = 50_000;
const LOOK_AGAIN_MS = 5_000;
/** A run that always leaves something would otherwise never end. */
const MAX_RUNS = 200;

export interface Reconciliation {
  account: Account;
  env: string;
  flexSyncSid: string | undefined;
  dryRun: boolean;
  terminal: Pick<Terminal, 'print'>;
}

type Run = Extract<ReconcileAnswer, { status: 'reconciled' }>;

/** Repairs every parking record of an account, one line per repair, and names what needs a person. */
export async function reconcileAccount(asked: Reconciliation): Promise<Outcome> {
  const { account, env, dryRun, terminal } = asked;
  const state = await readState(account, asked);
  const rehearsal: Rehearsal = { lease: undefined };
  const openPorts = (): Ports => {
    const ports = parkingPorts(account, state);
    if (!ports) throw new DeployError('plan-refused', `Nothing is deployed. Run npm run deploy -- --env ${env}`);
    return dryRun ? rehearsed(ports, rehearsal) : ports;
  };
  const total = { checked: 0, repairs: 0, needsAPerson: 0 };
  for (let runs = 0; runs < MAX_RUNS; runs += 1) {
    const run = await runOnce(openPorts(), terminal);
    total.checked += run.checked;
    total.repairs += run.repairs.length;
    total.needsAPerson += run.needsAPerson.length;
    for (const line of linesOf(run, dryRun)) terminal.print(line);
    if (!run.more) return { exitCode: total.needsAPerson > 0 ? 1 : 0, lines: [summary(total, dryRun)] };
    terminal.print(`${total.checked} looked at, and there are more`);
  }
  return { exitCode: 1, lines: [summary(total, dryRun), 'There are more; run this again.'] };
}

/** Waits for whoever reconciles just now: an open desktop needs less than a minute. */
async function runOnce(ports: Ports, terminal: Pick<Terminal, 'print'>): Promise<Run> {
  let isTold = false;
  for (;;) {
    const answer = await reconcile(ports, { runForMs: RUN_FOR_MS, everything: true });
    if (answer.status === 'reconciled') return answer;
    if (!isTold) terminal.print('An open desktop reconciles just now; waiting for its lease to end (a minute at most)');
    isTold = true;
    await ports.clock.sleep(LOOK_AGAIN_MS);
  }
}

function linesOf({ repairs, needsAPerson }: Run, dryRun: boolean): string[] {
  return [
    ...repairs.map(({ conversationSid, what }) => `${conversationSid}: ${dryRun ? 'would be repaired: ' : ''}${what}`),
    ...needsAPerson.map(({ conversationSid, what }) => `${conversationSid}: needs a person: ${adviceFor(what)}`),
  ];
}

function summary(total: { checked: number; repairs: number; needsAPerson: number }, dryRun: boolean): string {
  const repaired = dryRun ? 'to repair, nothing was changed' : 'repaired';
  return `${total.checked} looked at: ${total.repairs} ${repaired}, ${total.needsAPerson} need a person.`;
}
