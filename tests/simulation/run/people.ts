import { ids } from '../../../local-twilio/src/account/seed/contact-centre';
import type { Conversation } from '../../../local-twilio/src/services/conversations/entities';
import type { FlexUser } from '../../../local-twilio/src/services/iam/entities';
import type { Task } from '../../../local-twilio/src/services/taskrouter/entities';
import type { World } from '../../../local-twilio/src/account/world';
import { atOnce } from '../../../local-twilio/src/services/customers/commands';
import type { Outcome } from '../functions/functions-host';
import type { Action, LastSeen, Person } from '../schedules/schedule';
import { checkAnswer } from '../invariants/answers';
import { REMARKS_WAIT_MS, UNSEEN_AT_MOST_MS } from './bounds';
import { count, type Press } from './observed';
import { customerOf, type Stage } from './stage';
import { agentsIn, openTasksOf, rowsOfWorker } from './view';

/** How often Ada tries again after a press that failed. */
const MAX_PRESSES_AGAIN = 2;
/** Rows that a desktop asks about at once. */
const MAX_ROWS = 20;

export function user({ world }: Pick<Stage, 'world'>, name: string): FlexUser {
  const found = world.iam.findUser(name);
  if (!found) throw new Error(`nobody is called ${name}`);
  return found;
}

/** The task in that agent's hands, as their Flex shows it. */
export function taskInHand(stage: Stage, worker: string): Task | undefined {
  const { world, conversation } = stage;
  const mine = new Set(world.taskRouter.activeReservations(worker).map(({ taskSid }) => taskSid));
  return openTasksOf(world, conversation.sid).find(
    ({ sid, assignmentStatus }) => assignmentStatus === 'assigned' && mine.has(sid),
  );
}

/** What a desktop sends about a task: the SIDs that belong to it. */
export function requestOf(world: World, conversation: Conversation, task: Task) {
  const channel = world.flex.channelOfConversation(conversation.sid);
  if (!channel) return undefined;
  const { interactionSid, sid: channelSid } = channel;
  return { taskSid: task.sid, interactionSid, channelSid, conversationSid: conversation.sid };
}

export interface ParkPress {
  readonly by: Person;
  readonly lastSeen?: LastSeen;
  readonly again?: number;
  /** In fair weather, at the end: without a time, whatever the schedule says. */
  readonly plainly?: true;
}

/** An agent presses Park: what their desktop knows goes with it. */
export async function pressPark(stage: Stage, press: ParkPress): Promise<Outcome | undefined> {
  const { world, host, conversation, observed, schedule } = stage;
  const agent = user(stage, press.by);
  const task = taskInHand(stage, agent.workerSid);
  const request = task && requestOf(world, conversation, task);
  if (!request) return undefined;
  const newest = conversation.nextMessageIndex - 1;
  const lastSeen = press.lastSeen === 'behind' ? newest - 1 : newest;
  observed.seenIndex = Math.max(observed.seenIndex, lastSeen);
  observed.firstSeenIndex = Math.min(observed.firstSeenIndex, lastSeen);
  observed.unparksAsked.clear();
  observed.lastServed = {
    taskSid: task.sid,
    workerSid: agent.workerSid,
    attributes: task.attributes,
    queueSid: task.queueSid,
  };
  if (press.lastSeen === 'ahead') observed.claimedAhead.add(host.nextName('park'));
  if (press.again) count(observed, 'Park pressed again');
  const outcome = await ask(stage, { what: 'park', by: press.by, taskSid: task.sid }, () =>
    host.invoke({
      path: '/flex/park-interaction',
      kind: 'park',
      event: {
        Token: tokenOf(stage, press.by),
        ...request,
        ...(press.plainly ? {} : timeOf(stage)),
        lastSeenMessageIndex: String(press.lastSeen === 'ahead' ? newest + 5 : lastSeen),
      },
    }),
  );
  const failed = outcome.kind === 'no-answer' || outcome.answer.status !== 200;
  if (!failed && task.workflowSid === null) count(observed, 'a transferred task parked');
  const times = press.again ?? 0;
  if (failed && schedule.pressAgain && times < MAX_PRESSES_AGAIN)
    later(stage, stage.chance.between(500, 4_000), () => pressPark(stage, { ...press, again: times + 1 }));
  return outcome;
}

/** What the menu beside Park adds to the request. */
function timeOf({ clock, schedule: { until } }: Stage): Readonly<Record<string, string>> {
  if (!until) return {};
  return { backAt: new Date(clock.nowMs() + until.inMs).toISOString(), replies: until.replies };
}

export async function pressUnpark(
  stage: Stage,
  { by, routeTo }: Extract<Action, { do: 'press-unpark' }>,
): Promise<Outcome> {
  const { host, conversation, observed } = stage;
  if (by !== 'ben') observed.unparksAsked.add(host.nextName('unpark'));
  return ask(stage, { what: 'unpark', by }, () =>
    host.invoke({
      path: '/flex/unpark-interaction',
      kind: 'unpark',
      event: { Token: tokenOf(stage, by), conversationSid: conversation.sid, routeTo },
    }),
  );
}

interface Asking {
  readonly what: Press['what'];
  readonly by: Person;
  readonly taskSid?: string;
}

async function ask(stage: Stage, { what, by, taskSid }: Asking, run: () => Promise<Outcome>): Promise<Outcome> {
  const { host, trace, clock, world, conversation } = stage;
  const press: Press = {
    name: host.nextName(what),
    what,
    pressedAtMs: clock.nowMs(),
    wasOnChannel: agentsIn(world, conversation).includes(user(stage, by).identity),
    openTasks: new Set(openTasksOf(world, conversation.sid).map(({ sid }) => sid)),
    ...(taskSid !== undefined && { taskSid }),
  };
  trace.add(by, `presses ${what}`);
  const outcome = await run();
  checkAnswer(stage, press, outcome);
  return outcome;
}

/** An open desktop lets the server look after parked conversations, and after the rows that it shows. */
export function reconcile(stage: Stage, by: Person = 'ada'): Promise<Outcome> {
  const rows = rowsOfWorker(stage.world, user(stage, by).workerSid).slice(0, MAX_ROWS);
  const event = { Token: tokenOf(stage, by), ...(rows.length > 0 && { rows: rows.join(',') }) };
  return stage.host.invoke({ path: '/flex/reconcile', kind: 'reconcile', event });
}

/** Something that happens after a while and counts as under way until then. */
export function later(stage: Stage, delayMs: number, run: () => unknown): void {
  const done = stage.activity.begin();
  stage.clock.schedule(delayMs, () => {
    run();
    done();
  });
}

export function customerWrites(stage: Stage, body = 'Hello?'): void {
  const { world, observed, schedule } = stage;
  const message = atOnce(world.customers.write({ ...customerOf(schedule), body }));
  if (message.conversationSid !== stage.conversation.sid) return;
  observed.newestCustomerIndex = message.index;
  observed.customerIndexes.push(message.index);
  stage.clock.schedule(UNSEEN_AT_MOST_MS, () => {
    if (message.conversationSid === stage.conversation.sid) stage.hooks.onLongWait(message.index);
  });
  if (!schedule.smartWake) return;
  stage.clock.schedule(REMARKS_WAIT_MS + UNSEEN_AT_MOST_MS, () => {
    if (message.conversationSid === stage.conversation.sid) stage.hooks.onLongestWait(message.index);
  });
}

/** Answers every open offer of a task of this conversation; true when there was one. */
export function answerOffers(stage: Stage, how: 'accept' | 'decline'): boolean {
  const { world, conversation } = stage;
  let answered = false;
  for (const { sid } of openTasksOf(world, conversation.sid)) {
    const invite = world.flex.inviteOfTask(sid);
    const offer = world.taskRouter.reservationsOfTask(sid).find(({ status }) => status === 'pending');
    if (!invite || !offer) continue;
    answered = true;
    if (how === 'accept') world.flex.acceptInvite(invite.sid, offer.sid);
    else world.flex.declineInvite(invite.sid, offer.sid);
  }
  return answered;
}

export function setAvailable(stage: Pick<Stage, 'world'>, name: Person, available: boolean): void {
  const activity = available ? ids.activities.available : ids.activities.offline;
  const { workerSid } = user(stage, name);
  if (stage.world.taskRouter.worker(workerSid).activitySid !== activity)
    stage.world.taskRouter.setActivity(workerSid, activity, { rejectPendingReservations: true });
}

const tokens = new WeakMap<object, Map<string, string>>();

export function tokenOf({ world }: Pick<Stage, 'world'>, name: string): string {
  const known = tokens.get(world) ?? new Map<string, string>();
  tokens.set(world, known);
  const token = known.get(name) ?? world.iam.issueToken(name, 30 * 24 * 60 * 60).token;
  known.set(name, token);
  return token;
}
