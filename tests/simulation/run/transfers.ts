import { ids } from '../../../local-twilio/src/account/seed/contact-centre';
import { answerOffers, setAvailable, taskInHand, user } from './people';
import { routingMs, type Stage } from './stage';
import { wrappingTasksOf } from './view';

type Agent = 'ada' | 'ben';

/** Who accepts first, so that Ada has it after the last transfer. */
export const firstAgent = ({ schedule }: Pick<Stage, 'schedule'>): Agent =>
  schedule.transfers.length % 2 === 0 ? 'ada' : 'ben';

/** Cold transfers between Ada and Ben; each ends their own task before the next one begins. */
export function transferToAda(stage: Stage): void {
  let from = firstAgent(stage);
  for (const to of stage.schedule.transfers) {
    const next = from === 'ada' ? 'ben' : 'ada';
    transfer(stage, { from, to: to === 'queue' ? ids.queues.sales : user(stage, next).workerSid });
    setAvailable(stage, from, false);
    setAvailable(stage, next, true);
    stage.clock.advance(routingMs(stage.schedule));
    answerOffers(stage, 'accept');
    for (const { sid } of wrappingTasksOf(stage.world, stage.conversation.sid))
      stage.world.taskRouter.completeTask(sid);
    from = next;
  }
}

function transfer(stage: Stage, { from, to }: { readonly from: Agent; readonly to: string }): void {
  const { world, conversation } = stage;
  const channel = world.flex.channelOfConversation(conversation.sid);
  const task = taskInHand(stage, user(stage, from).workerSid);
  const participants = channel ? world.flex.participants(channel.interactionSid, channel.sid) : [];
  const participant = participants.find(({ routing }) => routing?.taskSid === task?.sid);
  if (!channel || !participant) throw new Error(`${from} has nothing to transfer`);
  const { interactionSid, sid: channelSid } = channel;
  world.flex.transfer({ interactionSid, channelSid, fromParticipantSid: participant.sid, to });
}
