import { seedCustomers } from '../../../local-twilio/src/account/seed/contact-centre';
import type { Conversation } from '../../../local-twilio/src/services/conversations/entities';
import type { Outcome } from '../functions/functions-host';
import type { Schedule } from '../schedules/schedule';
import { requestOf, taskInHand, tokenOf, user } from './people';
import { routingMs, type Stage } from './stage';
import { openTasksOf } from './view';

/** Ada's second conversation, on another channel: what she has parked is counted over both. */
export function openOther(stage: Omit<Stage, 'conversation'>): Conversation {
  const { world, schedule } = stage;
  const customer = otherCustomer(schedule);
  world.customers.write({ ...customer, body: 'Where is my invoice?' });
  const conversation = world.customers.current(customer);
  if (!conversation) throw new Error('the other customer has no conversation');
  stage.clock.advance(routingMs(schedule));
  acceptOther({ ...stage, other: conversation });
  return conversation;
}

function otherCustomer({ channel }: Schedule) {
  const found = seedCustomers.find((customer) => customer.channel !== channel);
  if (!found) throw new Error(`no customer beside ${channel}`);
  return found;
}

/** Ada parks it; undefined when it is not hers. */
export function parkOther(stage: Stage): Promise<Outcome | undefined> {
  const { other, host } = stage;
  const task = other && taskInHand({ ...stage, conversation: other }, user(stage, 'ada').workerSid);
  const request = task && other && requestOf(stage.world, other, task);
  if (!request) return Promise.resolve(undefined);
  const lastSeenMessageIndex = String(other.nextMessageIndex - 1);
  return host.invoke({
    path: '/flex/park-interaction',
    kind: 'park-other',
    event: { Token: tokenOf(stage, 'ada'), ...request, lastSeenMessageIndex },
  });
}

/** Its customer writes, and so it comes back. */
export function otherWrites({ world, schedule }: Stage): void {
  world.customers.write({ ...otherCustomer(schedule), body: 'Any news?' });
}

/** Whoever is offered it accepts. */
export function acceptOther({ world, other }: Pick<Stage, 'world' | 'other'>): void {
  if (!other) return;
  for (const { sid } of openTasksOf(world, other.sid)) {
    const invite = world.flex.inviteOfTask(sid);
    const offer = world.taskRouter.reservationsOfTask(sid).find(({ status }) => status === 'pending');
    if (invite && offer) world.flex.acceptInvite(invite.sid, offer.sid);
  }
}
