import type { Conversation } from '../../../local-twilio/src/services/conversations/entities';
import { watchRules } from '../invariants/always';
import { later, answerOffers, setAvailable, user } from './people';
import { customerOf, routingMs, type Stage } from './stage';
import { openOther } from './other-conversation';
import { firstAgent, transferToAda } from './transfers';
import { conversationSidOf, openTasksOf } from './view';

/** Where other systems' webhooks point; they must survive everything. */
export const OTHERS_WEBHOOK = 'https://crm.example.com/messages';

/** How long Ada has had it when the run begins. */
const IN_HAND_MS = 5_000;

/** A customer has written, and Ada has accepted: the situation in which every run begins. */
export function open(found: Omit<Stage, 'conversation'>): Stage {
  const { world, schedule, observed } = found;
  const customer = customerOf(schedule);
  setAvailable(found, firstAgent(found), true);
  if (schedule.maxParked !== null) found.other = openOther(found);
  world.customers.write({ ...customer, body: 'Hi, my order has not come.' });
  const conversation = world.customers.current(customer);
  if (!conversation) throw new Error('the customer has no conversation');
  const stage = adopt(found, conversation);
  stage.clock.advance(routingMs(schedule));
  answerOffers(stage, 'accept');
  transferToAda(stage);
  world.conversations.addMessage(conversation.sid, {
    author: user(stage, 'ada').identity,
    body: 'I am looking.',
    source: 'SDK',
  });
  world.customers.write({ ...customer, body: 'Thanks.' });
  observed.newestCustomerIndex = conversation.nextMessageIndex - 1;
  fillAttributes(stage);
  setAvailable(stage, 'ada', schedule.available.includes('ada'));
  setAvailable(stage, 'ben', schedule.available.includes('ben'));
  // By then REST knows their task, whatever the switch `inviteTask` says.
  stage.clock.advance(IN_HAND_MS);
  watchRules(stage);
  if (schedule.acceptAtOnce) acceptOffers(stage);
  return stage;
}

/** The run is about this conversation from now on; other systems have left their traces in it. */
export function adopt(found: Omit<Stage, 'conversation'>, conversation: Conversation): Stage {
  const { world, observed } = found;
  observed.seenIndex = -1;
  observed.firstSeenIndex = Infinity;
  observed.newestCustomerIndex = conversation.nextMessageIndex - 1;
  observed.customerIndexes.length = 0;
  observed.lastServed = undefined;
  observed.conversationSid = conversation.sid;
  observed.overwritten = undefined;
  observed.firstPriority = openTasksOf(world, conversation.sid)[0]?.priority ?? 0;
  observed.othersAttributes.clear();
  world.conversations.addWebhook(conversation.sid, {
    target: 'webhook',
    url: OTHERS_WEBHOOK,
    filters: ['onMessageAdded'],
  });
  for (const [key, value] of Object.entries(JSON.parse(conversation.attributes)))
    observed.othersAttributes.set(key, value);
  return Object.assign(found, { conversation });
}

/** Task attributes of a given length, as a CRM might leave them. */
function fillAttributes({ world, schedule, conversation }: Stage): void {
  const task = world.taskRouter.tasks().find((one) => conversationSidOf(one) === conversation.sid);
  const missing = schedule.attributesChars - (task?.attributes.length ?? 0) - '"filler":"",'.length;
  if (!task || missing <= 0) return;
  const attributes = { ...JSON.parse(task.attributes), filler: 'x'.repeat(missing) };
  world.taskRouter.setTaskAttributes(task.sid, JSON.stringify(attributes));
}

function acceptOffers(stage: Stage): void {
  stage.world.events.subscribe((event) => {
    if (event.type === 'reservation.created')
      later(stage, stage.chance.between(300, 3_000), () => answerOffers(stage, 'accept'));
  });
}
