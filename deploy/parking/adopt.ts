import type { Customer, Park } from '../../serverless-functions/src/parking/domain/record';
import type { Ports, Stored } from '../../serverless-functions/src/parking/ports';
import { readRecord, isState } from '../../serverless-functions/src/parking/apply';
import { claimAndRoute } from '../../serverless-functions/src/parking/unpark/route';
import { restoreTraces } from '../../serverless-functions/src/parking/restore';
import { isCustomerWaiting } from '../../serverless-functions/src/parking/truth';
import type { Account } from '../account/account';
import { orMissing } from '../account/twilio-failure';
import type { TemplateAttributes, TemplatePark } from '../template/template-parks';

export type Adopted =
  | { kind: 'adopted' }
  | { kind: 'routed' }
  /** Nothing was changed; the reason is for a person. */
  | { kind: 'left'; reason: string };

/**
 * Takes over a conversation that the public template parked. First our record, then their webhook goes, then ours
 * comes: never both, so that no message makes two tasks; and a message between the two is found among the newest.
 * If this dies in between, the record is there and the next reconcile goes on.
 */
export async function adopt(account: Account, ports: Ports, found: TemplatePark): Promise<Adopted> {
  const { conversationSid, webhookSid } = found;
  if (!found.attributes) return { kind: 'left', reason: 'its attributes are not what a new task needs' };
  const park = await parkOf(account, ports, { ...found, attributes: found.attributes });
  if (!park) return { kind: 'left', reason: 'its interaction channel is gone' };
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
  return stored && (await isCustomerWaiting(ports, park)) ? routed(ports, stored) : { kind: 'adopted' };
}

async function routed(ports: Ports, stored: Stored): Promise<Adopted> {
  const claim = { claimId: ports.newId(), atMs: ports.clock.nowMs() };
  await claimAndRoute(ports, stored, { type: 'customerWrote', agentGone: true, served: false, claim });
  return { kind: 'routed' };
}

async function parkOf(
  account: Account,
  ports: Ports,
  { conversationSid, parkedAtMs, attributes }: TemplatePark & { attributes: TemplateAttributes },
): Promise<Park | undefined> {
  const { interactionSid, channelSid, participantSid, workerSid } = attributes;
  const { flexApi } = account.client;
  const [channel, people, newest, settings] = await Promise.all([
    orMissing(flexApi.v1.interaction(interactionSid).channels(channelSid).fetch()),
    ports.conversations.participants(conversationSid),
    ports.conversations.newestMessages(conversationSid),
    ports.settings.current(),
  ]);
  if (!channel) return undefined;
  const areWorkers = await Promise.all(
    people.map(({ identity }) => identity !== undefined && ports.workers.hasIdentity(identity)),
  );
  const customers = people
    .filter((_, index) => !areWorkers[index])
    .map(({ sid, ...who }): Customer => ({ participantSid: sid, ...who }));
  return {
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
      priority: 0,
    },
    agent: { workerSid, identity: '', participantSid },
    customers,
    // While the template's webhook is there, nobody has written since.
    lastSeenMessageIndex: newest.messages[0]?.index ?? -1,
    showList: settings.showList,
  };
}
