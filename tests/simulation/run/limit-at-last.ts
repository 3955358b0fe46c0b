import type { Conversation } from '../../../local-twilio/src/services/conversations/entities';
import type { Outcome } from '../functions/functions-host';
import { parkedBy } from '../invariants/limit';
import { count, violate } from './observed';
import { acceptOther, otherWrites, parkOther } from './other-conversation';
import { pressPark, setAvailable, taskInHand, user } from './people';
import type { Stage } from './stage';
import { object, openTasksOf } from './view';

const FREE = 'a slot is free when its park is over';
const HELD = 'the limit holds';
/** The other customer writes once more when a flow has slept through their first message. */
const MESSAGES = 2;

/** In fair weather the second conversation comes back to Ada, so that nothing is parked, unless Ben has taken it. */
export async function bringOtherBack(stage: Stage): Promise<void> {
  const { schedule, other, observed } = stage;
  if (schedule.maxParked === null || !other) return;
  setAvailable(stage, 'ben', false);
  setAvailable(stage, 'ada', true);
  for (let time = 0; time < MESSAGES && !isServed(stage, other); time += 1) {
    otherWrites(stage);
    await stage.loop.untilQuiet();
    acceptOther(stage);
    await stage.loop.untilQuiet();
  }
  setAvailable(stage, 'ben', true);
  // TaskRouter itself forgets a task after a day.
  if (!isServed(stage, other) && !schedule.ttlPasses)
    violate(observed, FREE, 'the second conversation does not come back');
}

/**
 * In fair weather: Ada may park as many as the limit says, whatever happened, and no more. Only a conversation whose reply waits
 * for its time is still parked by then, and counts.
 */
export async function checkSlotsAtLast(stage: Stage): Promise<void> {
  const { schedule, observed, trace } = stage;
  if (schedule.maxParked === null || !stage.other) return;
  trace.add('run', 'THE LIMIT');
  if (!hasOther(stage)) return;
  const isFull = parkedBy(stage, 'ada') >= schedule.maxParked;
  const first = await quietly(stage, parkOther(stage));
  if (isFull) {
    if (saidBy(first) !== 'too-many-parked') violate(observed, HELD, `parking one too many answers ${saidBy(first)}`);
    return;
  }
  if (saidBy(first) !== 'parked') return violate(observed, FREE, `parking the only one answers ${saidBy(first)}`);
  if (schedule.maxParked > 1 || !taskInHand(stage, user(stage, 'ada').workerSid)) return;
  const second = await quietly(stage, pressPark(stage, { by: 'ada' }));
  if (saidBy(second) !== 'too-many-parked') violate(observed, HELD, `parking one too many answers ${saidBy(second)}`);
  count(observed, 'the limit tried at last');
}

function isServed({ world }: Stage, { sid }: Conversation): boolean {
  return openTasksOf(world, sid).some(({ assignmentStatus }) => assignmentStatus === 'assigned');
}

function hasOther(stage: Stage): boolean {
  const { other } = stage;
  return (
    other !== undefined && taskInHand({ ...stage, conversation: other }, user(stage, 'ada').workerSid) !== undefined
  );
}

async function quietly(stage: Stage, pressing: Promise<Outcome | undefined>): Promise<Outcome | undefined> {
  await stage.loop.untilQuiet();
  return pressing;
}

function saidBy(outcome: Outcome | undefined): string {
  if (outcome?.kind !== 'answered') return 'nothing';
  const body = object(outcome.answer.body);
  return String(outcome.answer.status === 200 ? body?.status : body?.code);
}
