import type { Customer, Park } from '../../serverless-functions/src/parking/domain/record';
import type { Ports, Stored } from '../../serverless-functions/src/parking/ports';
import { readRecord, isState } from '../../serverless-functions/src/parking/apply';
import { claimAndRoute } from '../../serverless-functions/src/parking/unpark/route';
import { restoreTraces } from '../../serverless-functions/src/parking/restore';
import { isCustomerWaiting } from '../../serverless-functions/src/parking/truth';
import type { Account } from '../account/account';
import { orMissing } from '../account/twilio-failure';
import { readLeftBehind } from './left-behind';
import type { TemplateAttributes, TemplatePark } from './template-parks';

export type Adopted =
  /** `unknown`: what could not be read any more, and what that means. */
  | { kind: 'adopted' | 'routed'; unknown: string[] }
  /** Nothing was changed; the reason is for a person. */
  | { kind: 'left'; reason: string };

/** Where an adoption takes place. */
interface Place {
  account: Account;
  ports: Ports;
  workspaceSid: string;
}

/**
 * Takes over a conversation that the public template parked. First our record, then their webhook goes, then ours
 * comes: never both, so that no message makes two tasks; and a message between the two is found among the newest.
 * If this dies in between, the record is there and the next reconcile goes on.
 */
export async function adopt(place: Place, found: TemplatePark): Promise<Adopted> {
  const { account, ports } = place;
  const { conversationSid, webhookSid } = found;
  if (!found.attributes) return { kind: 'left', reason: 'its attributes are not what a new task needs' };
  const read = await parkOf(place, { ...found, attributes: found.attributes });
  if (!read) return { kind: 'left', reason: 'its interaction channel is gone' };
  const { park, unknown } = read;
  const written = await ports.records.create({ state: 'parked', park, traces: {} });
  if (written.kind === 'conflict') return { kind: 'left', reason: 'it has a parking record already' };

  const theirs = account.client.conversations.v1.conversations(conversationSid).webhooks(webhookSid);
  if ((await orMissing(theirs.remove())) === undefined) {
    await ports.records.remove(written.stored);
    return { kind: 'left', reason: 'it has just come back by itself' };
  }
  const parked = await readRecord(ports, conversationSid);
  if (parked && isState(parked, 'parked')) await restoreTraces(ports, parked);
  const stored = await readRecord(ports, conversationSid);
  if (!stored || !(await isCustomerWaiting(ports, park))) return { kind: 'adopted', unknown };
  await route(ports, stored);
  return { kind: 'routed', unknown };
}

async function route(ports: Ports, stored: Stored): Promise<void> {
  const claim = { claimId: ports.newId(), atMs: ports.clock.nowMs() };
  await claimAndRoute(ports, stored, { type: 'customerWrote', agentGone: true, served: false, claim });
}

async function parkOf(
  { account, ports, workspaceSid }: Place,
  { conversationSid, parkedAtMs, attributes }: TemplatePark & { attributes: TemplateAttributes },
): Promise<{ park: Park; unknown: string[] } | undefined> {
  const { interactionSid, channelSid, participantSid, workerSid } = attributes;
  const { flexApi } = account.client;
  const [channel, people, newest, settings, left] = await Promise.all([
    orMissing(flexApi.v1.interaction(interactionSid).channels(channelSid).fetch()),
    ports.conversations.participants(conversationSid),
    ports.conversations.newestMessages(conversationSid),
    ports.settings.current(),
    readLeftBehind(account, workspaceSid, attributes),
  ]);
  if (!channel) return undefined;
  const areWorkers = await Promise.all(
    people.map(({ identity }) => identity !== undefined && ports.workers.hasIdentity(identity)),
  );
  const customers = people
    .filter((_, index) => !areWorkers[index])
    .map(({ sid, ...who }): Customer => ({ participantSid: sid, ...who }));
  const park: Park = {
    parkId: ports.newId(),
    parkedAtMs,
    conversationSid,
    interactionSid,
    channelSid,
    channelType: channel.type,
    task: {
      sid: attributes.taskSid,
      attributes: attributes.taskAttributes,
      workflowSid: attributes.workflowSid,
      queueSid: attributes.queueSid,
      queueName: attributes.queueName,
      taskChannelUniqueName: attributes.taskChannelUniqueName,
      priority: left.priority,
    },
    agent: { workerSid, participantSid, ...left.agent },
    customers,
    // While the template's webhook is there, nobody has written since.
    lastSeenMessageIndex: newest.messages[0]?.index ?? -1,
    showList: settings.showList,
  };
  return { park, unknown: left.unknown };
}
