import { ids } from '../../../local-twilio/src/account/seed/contact-centre';
import { atOnce } from '../../../local-twilio/src/services/customers/commands';
import type { Account } from './account';

export const grace = { channel: 'web', address: 'grace', name: 'Grace' } as const;
type Customer = { readonly channel: 'web' | 'sms' | 'whatsapp'; readonly address: string; readonly name: string };

/** A conversation that Ada has accepted. */
export interface Served {
  readonly conversationSid: string;
  readonly interactionSid: string;
  readonly channelSid: string;
  readonly taskSid: string;
}

const adaOf = ({ world }: Account) => {
  const ada = world.iam.findUser('ada');
  if (!ada) throw new Error('Ada is missing');
  return ada;
};

/** The customer writes, and Ada accepts. */
export function serve(account: Account, customer: Customer = grace): Served {
  const { world } = account;
  const { workerSid } = adaOf(account);
  world.taskRouter.setActivity(workerSid, ids.activities.available);
  const { conversationSid } = atOnce(world.customers.write({ ...customer, body: 'Hello' }));
  const reservation = world.taskRouter.activeReservations(workerSid).find(({ status }) => status === 'pending');
  const invite = reservation && world.flex.inviteOfTask(reservation.taskSid);
  const channel = world.flex.channelOfConversation(conversationSid);
  if (!reservation || !invite || !channel) throw new Error('Nothing is offered to Ada');
  world.flex.acceptInvite(invite.sid, reservation.sid);
  const { interactionSid, sid: channelSid } = channel;
  return { conversationSid, interactionSid, channelSid, taskSid: reservation.taskSid };
}

/** Ada parks it with the Function of that domain. */
export async function park(
  account: Account,
  domain: string,
  served: Served,
): Promise<{ status: number; body: unknown }> {
  const { token } = account.world.iam.issueToken('ada');
  return account.post(domain, '/flex/park-interaction', { Token: token, ...served, lastSeenMessageIndex: '0' });
}

/** As the public template's park-interaction feature leaves a conversation that it has parked. */
export async function parkWithTemplate(account: Account, served: Served): Promise<string> {
  const { world, client } = account;
  const { conversationSid, interactionSid, channelSid, taskSid } = served;
  const task = world.taskRouter.task(taskSid);
  const { workerSid } = adaOf(account);
  const agent = world.flex.participants(interactionSid, channelSid).find(({ type }) => type === 'agent');
  const webhook = await client.conversations.v1.conversations(conversationSid).webhooks.create({
    target: 'webhook',
    'configuration.url': 'https://template-1234-dev.twil.io/features/park-interaction/common/unpark-interaction',
    'configuration.method': 'post',
    'configuration.filters': ['onMessageAdded'],
  });
  const attributes = {
    interactionSid,
    channelSid,
    participantSid: agent?.sid,
    taskSid,
    workflowSid: task.workflowSid,
    taskChannelUniqueName: task.taskChannelUniqueName,
    queueName: 'Support',
    queueSid: task.queueSid,
    workerSid,
    taskAttributes: task.attributes,
    webhookSid: webhook.sid,
  };
  const participantSid = agent?.sid ?? '';
  world.flex.closeParticipant({ interactionSid, channelSid, participantSid }, 'closed');
  world.conversations.update(conversationSid, { attributes: JSON.stringify(attributes) });
  return webhook.sid;
}
