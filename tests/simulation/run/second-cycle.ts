import { comesBackClean, nothingLeft } from '../invariants/at-rest';
import { doesReplyWait } from '../invariants/due';
import { rest } from './coming-to-rest';
import { count, violate } from './observed';
import { answerOffers, customerWrites, pressPark, taskInHand, user } from './people';
import type { Stage } from './stage';
import { attributesOf, object, openTasksOf, viewOf } from './view';

const RULE = 'the second cycle works';

/** Whatever happened: parked again without any fault, the conversation comes back with the new task's data. */
export async function runSecondCycle(stage: Stage): Promise<void> {
  const { world, observed, conversation, trace } = stage;
  trace.add('run', 'THE SECOND CYCLE');
  const name = (['ada', 'ben', 'sofia'] as const).find((one) => taskInHand(stage, user(stage, one).workerSid));
  const task = name && taskInHand(stage, user(stage, name).workerSid);
  if (!name || !task) {
    // What a person has put back is parked as before, and the message waits with it.
    if (observed.overwritten && doesReplyWait(stage)) return count(observed, 'no second cycle before its time');
    return violate(observed, RULE, 'nobody serves the customer, so nobody can park');
  }
  const { filler: _filler, ...attributes } = attributesOf(task);
  const marked = { ...attributes, cycle: 2 };
  world.taskRouter.setTaskAttributes(task.sid, JSON.stringify(marked));

  const parking = pressPark(stage, { by: name, plainly: true });
  await stage.loop.untilQuiet();
  const parked = await parking;
  const status = parked?.kind === 'answered' ? object(parked.answer.body)?.status : undefined;
  if (status !== 'parked') return violate(observed, RULE, `a clean park answered ${JSON.stringify(parked)}`);

  customerWrites(stage);
  await stage.loop.untilQuiet();
  // A flow for which Twilio replays nothing starts with the next message.
  if (stage.schedule.reply === 'studio' && openTasksOf(world, conversation.sid).length === 0) {
    customerWrites(stage);
    await stage.loop.untilQuiet();
  }
  const [back] = openTasksOf(world, conversation.sid);
  if (!back) return violate(observed, RULE, 'a reply to a clean park made no task');
  if (attributesOf(back).cycle !== 2) violate(observed, RULE, 'the task has data of the first cycle');
  comesBackClean(stage, 'after a reply to a clean park');
  answerOffers(stage, 'accept');
  await stage.loop.untilQuiet();
  if (stage.schedule.taskEvents) nothingLeft(stage, viewOf(world, conversation), 'after a clean acceptance');
  await rest(stage, 'after the second cycle');
  nothingLeft(stage, viewOf(world, conversation), 'after the second cycle');
}
