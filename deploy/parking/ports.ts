import { randomBytes } from 'node:crypto';

import type { Ports } from '../../serverless-functions/src/parking/ports';
import { Calls } from '../../serverless-functions/src/twilio/calls';
import { systemClock } from '../../serverless-functions/src/twilio/clock';
import { createConversations } from '../../serverless-functions/src/twilio/conversations';
import { createFlows } from '../../serverless-functions/src/twilio/flows';
import { createInteractions } from '../../serverless-functions/src/twilio/interactions';
import { createListReaders } from '../../serverless-functions/src/twilio/list-readers';
import { createParkedList } from '../../serverless-functions/src/twilio/parked-list';
import { createParkedSlots } from '../../serverless-functions/src/twilio/parked-slots';
import { createRecords } from '../../serverless-functions/src/twilio/records';
import { createSettings } from '../../serverless-functions/src/twilio/settings';
import { createTasks, createWorkers } from '../../serverless-functions/src/twilio/tasks';
import { createWakeWebhooks } from '../../serverless-functions/src/twilio/wake-webhooks';
import { createWorkflows } from '../../serverless-functions/src/twilio/workflows';
import type { Account } from '../account/account';
import type { AccountState } from '../state';
import { RECORDS_VARIABLE } from '../steps/records-service';

/** A command waits longer than a webhook's sender does. */
const CALL_FOR_MS = 60_000;

/** The product's own adapters, on an account that it is deployed to; undefined where it is not. New ones per operation. */
export function parkingPorts({ client }: Account, state: AccountState): Ports | undefined {
  const environment = state.functions?.environment;
  const recordsSid = environment?.variables[RECORDS_VARIABLE];
  if (!environment || !recordsSid) return undefined;
  const clock = systemClock;
  const untilMs = clock.nowMs() + CALL_FOR_MS;
  const calls = new Calls(clock, { callUntilMs: untilMs, retryUntilMs: untilMs });
  const functionsDomain = environment.domainName;
  return {
    records: createRecords(client, calls, recordsSid),
    conversations: createConversations(client, calls),
    wakeWebhooks: createWakeWebhooks(client, calls, { functionsDomain, clock }),
    flows: createFlows(client, calls),
    interactions: createInteractions(client, calls, state.workspaceSid),
    tasks: createTasks(client, calls, { workspaceSid: state.workspaceSid, functionsDomain }),
    workers: createWorkers(client, calls, state.workspaceSid),
    workflows: createWorkflows(client, calls, state.workspaceSid),
    list: {
      ...createParkedList(client, calls, state.flexSyncSid),
      ...createListReaders(client, calls, { serviceSid: state.flexSyncSid, readers: new Map() }),
    },
    slots: createParkedSlots(client, calls, recordsSid),
    settings: createSettings(client, calls, { cache: {}, clock }),
    clock,
    newId: () => randomBytes(8).toString('hex'),
    hadLostAnswers: () => calls.hadLostAnswers(),
    log: () => undefined,
    functionsDomain,
  };
}
