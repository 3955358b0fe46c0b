import { TwilioError } from '../../../local-twilio/src/kernel/errors';
import { ids } from '../../../local-twilio/src/account/seed/contact-centre';
import type { Action } from '../schedules/schedule';
import { anotherVersionWrites } from './another-version';
import { count } from './observed';
import { acceptOther, otherWrites, parkOther } from './other-conversation';
import { answerOffers, customerWrites, later, pressPark, pressUnpark, reconcile, user } from './people';
import { eventComes } from './event';
import type { Stage } from './stage';
import { openTasksOf, viewOf } from './view';
import { completeWrapUps } from './wrap-up';

const OTHER_ACCEPTED_AFTER_MS = 10_000;

/** Does one action of a schedule. What Twilio refuses (a closed conversation, say) did not happen. */
export function act(stage: Stage, action: Action): void {
  count(stage.observed, `action ${action.do}`);
  try {
    perform(stage, action);
  } catch (error) {
    if (!(error instanceof TwilioError)) throw error;
    stage.trace.add('Twilio', `refuses ${action.do}: ${error.message}`);
  }
}

function perform(stage: Stage, action: Action): void {
  const { world, conversation } = stage;
  switch (action.do) {
    case 'customer-writes':
      for (let time = 0; time < (action.times ?? 1); time += 1)
        customerWrites(stage, action.says === 'thanks' ? 'Thanks!' : undefined);
      return;
    case 'press-park':
      void pressPark(stage, { by: 'ada', ...(action.lastSeen && { lastSeen: action.lastSeen }) });
      return;
    case 'press-unpark':
      void pressUnpark(stage, action);
      return;
    case 'bot-writes':
      world.conversations.addMessage(conversation.sid, {
        author: 'bot',
        body: 'beep',
        source: 'API',
        webhooks: action.webhooks,
      });
      return;
    case 'colleague-writes':
      world.conversations.addMessage(conversation.sid, {
        author: user(stage, action.by).identity,
        body: 'psst',
        source: 'SDK',
      });
      return;
    case 'others-write-attributes':
      return othersWriteAttributes(stage);
    case 'close-conversation':
      return closeConversation(stage);
    case 'cancel-task':
      return cancelTask(stage);
    case 'accept':
    case 'decline':
      answerOffers(stage, action.do);
      return;
    case 'reconcile':
      void reconcile(stage);
      return;
    case 'complete':
      void completeWrapUps(stage);
      return;
    case 'park-other':
      void parkOther(stage);
      return;
    case 'other-returns':
      if (!stage.other) return;
      otherWrites(stage);
      later(stage, OTHER_ACCEPTED_AFTER_MS, () => acceptOther(stage));
      return;
    case 'event-comes':
      void eventComes(stage);
      return;
    case 'remove-list-item':
      return removeListItem(stage);
    case 'another-version-writes':
      return anotherVersionWrites(stage, action.what);
    case 'remove-wake-webhook':
      for (const { sid } of viewOf(world, conversation).wakeWebhooks)
        world.conversations.removeWebhook(conversation.sid, sid);
      return;
  }
}

function othersWriteAttributes({ world, conversation, observed }: Stage): void {
  const key = `crm${observed.othersAttributes.size}`;
  const attributes = { ...JSON.parse(conversation.attributes), [key]: true };
  world.conversations.update(conversation.sid, { attributes: JSON.stringify(attributes) });
  observed.othersAttributes.set(key, true);
}

function closeConversation({ world, conversation }: Stage): void {
  const channel = world.flex.channelOfConversation(conversation.sid);
  if (channel) world.flex.closeChannel(channel.interactionSid, channel.sid, 'closed');
}

function cancelTask({ world, conversation }: Stage): void {
  const waiting = openTasksOf(world, conversation.sid).find(
    ({ assignmentStatus }) => assignmentStatus === 'pending' || assignmentStatus === 'reserved',
  );
  if (waiting) world.taskRouter.cancelTask(waiting.sid, 'Canceled by an administrator');
}

function removeListItem({ world, conversation }: Stage): void {
  for (const map of world.sync.service(ids.syncService).maps.values())
    if (map.items.has(conversation.sid)) world.sync.removeMapItem(ids.syncService, map.sid, { key: conversation.sid });
}
