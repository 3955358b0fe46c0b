import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { z } from 'zod';

import { calibrate, cleanAll } from '../../../deploy/calibrate/calibrate';
import { openEdge } from '../../../deploy/calibrate/edge';
import type { Edge } from '../../../deploy/calibrate/follow';
import { GROUPS } from '../../../deploy/calibrate/groups/all-groups';
import type { Group } from '../../../deploy/calibrate/groups/group';
import { webhooks } from '../../../deploy/calibrate/groups/webhooks';
import { PREFIX } from '../../../deploy/calibrate/names';
import { outcomeOfDeploy } from '../../../deploy/outcome';
import type { Outcome } from '../../../flex-config/commands';
import { ids } from '../../../local-twilio/src/account/seed/contact-centre';
import type { World } from '../../../local-twilio/src/account/world';
import type { Account } from './account';

export const RUN_ID = '0badcafe';

const written = z.object({
  switches: z.record(z.object({ position: z.string(), asked: z.number() }).passthrough()),
  observations: z.record(z.object({ found: z.string(), asAssumed: z.boolean() }).passthrough()),
  unanswered: z.record(z.string()),
  latencies: z.record(z.object({ calls: z.number(), p50Ms: z.number(), p95Ms: z.number() })),
});
type Written = z.infer<typeof written>;

/** Those that need no Functions, which take seconds to start. */
export const QUICK = GROUPS.filter((group) => group !== webhooks);

export interface Run extends Outcome {
  printed: string[];
  /** What is in calibration.json, if it was written. */
  text: string | undefined;
  file: Written | undefined;
}

/** The account, with the local Twilio's own clock: who waits moves it. */
export function edgeOf(account: Account, signal = new AbortController().signal): Edge {
  const { client, world } = account;
  const edge = openEdge({ client, accountSid: ids.account, authToken: ids.authToken }, signal);
  const clock = {
    ...edge.clock,
    nowMs: () => world.clock.nowMs(),
    async sleep(ms: number) {
      // What is under way has time to end before its own time limit.
      await account.settled();
      world.clock.advance(ms);
      await account.settled();
    },
  };
  return { ...edge, clock };
}

interface Options {
  times?: number;
  answer?: boolean;
  edge?: Edge;
  groups?: readonly Group[];
}

/** Runs the command as it is run, and reads what it wrote. */
export async function calibrateOn(account: Account, options: Options = {}): Promise<Run> {
  const { times = 1, answer = true, edge = edgeOf(account), groups } = options;
  const folder = mkdtempSync(join(tmpdir(), 'calibrate-'));
  const file = join(folder, 'calibration.json');
  const printed: string[] = [];
  const terminal = { print: (line: string) => printed.push(line), confirm: async () => answer };
  try {
    const outcome = await outcomeOfDeploy(() => calibrate({ edge, terminal, runId: RUN_ID, times, file, groups }));
    const text = textIn(file);
    return { ...outcome, printed, text, file: text === undefined ? undefined : written.parse(JSON.parse(text)) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function textIn(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

export async function clean(account: Account): Promise<Outcome> {
  const terminal = { print: () => undefined, confirm: async () => true };
  return outcomeOfDeploy(() => cleanAll({ edge: edgeOf(account), terminal }));
}

/** Everything in the account that a calibration made and that is still there; interactions are over once closed. */
export function leftOf({ taskRouter, conversations, sync, flex, serverless }: World): string[] {
  const named = [
    ...taskRouter.queues(),
    ...taskRouter.workflows(),
    ...taskRouter.workers(),
    ...conversations.list(),
    ...sync.services(),
    ...serverless.services(),
  ];
  return [
    ...named.map(({ friendlyName }) => friendlyName ?? '').filter((name) => name.includes(PREFIX)),
    ...flex
      .interactions()
      .flatMap(({ sid }) => flex.channels(sid))
      .filter(({ status }) => status !== 'closed')
      .map(({ sid }) => `open channel ${sid}`),
    ...taskRouter
      .tasks()
      .filter(({ assignmentStatus }) => !['completed', 'canceled'].includes(assignmentStatus))
      .map(({ sid, assignmentStatus }) => `${assignmentStatus} task ${sid}`),
  ];
}
