import { isUnreadable, isUnroutable } from '../run/another-version';
import { count, violate, type Observed } from '../run/observed';
import type { Stage } from '../run/stage';
import { object, parkOf, viewOf, wrappingTasksOf, type View } from '../run/view';
import { backAtItsTime, doesReplyWait, timeOf, waitingReplyIsNoted } from './due';
import { backAtRestAfterEvent } from './event';
import { hasWakePath, isLeftToReconcile } from './answers';
import { isWithFlow } from './reply-route';

/** Whenever nothing is under way: somebody serves, a task waits, or the next message brings it back. */
export function neverForgotten(stage: Stage, when: string): void {
  const view = viewOf(stage.world, stage.conversation);
  if (view.conversation.state === 'closed' || view.agents.length > 0 || view.openTasks.length > 0) return;
  if (hasWakePath(stage) || isLeftToReconcile(view)) return;
  if (isBeforeReconcile(when) && (isTamperedWith(stage) || isHalfRepaired(stage, view) || isHiddenByAnother(stage)))
    return;
  const { record, wakeWebhooks } = view;
  violate(
    stage.observed,
    'never forgotten at rest',
    `${when}: no agent, no task and no wake path (record ${String(record?.state ?? 'none')}, ${wakeWebhooks.length} webhooks)`,
  );
}

const isBeforeReconcile = (when: string): boolean => when === 'after the script' || when.endsWith('before reconcile');

/** What a stranger took away, only reconcile can put back. */
const isTamperedWith = ({ observed }: Stage): boolean => observed.counts.has('action remove-wake-webhook');

/** When Twilio refuses both the new webhook and the new task, reconcile has the record to try again with. */
function isHalfRepaired({ schedule }: Stage, { record }: View): boolean {
  return record !== undefined && schedule.faults.length > 1;
}

/** Another version wrote over what was left to reconcile, which still looks at it. */
function isHiddenByAnother(stage: Stage): boolean {
  const { overwritten } = stage.observed;
  return isUnreadable(stage) && isLeftToReconcile({ record: object(overwritten?.data) });
}

const WENT_WRONG = [
  'fault',
  'task.canceled',
  'workflow.timeout',
  'delivery lost',
  'action decline',
  'action remove-wake',
];

/** Something happened that reconcile may have to repair. */
function mayNeedReconcile({ counts }: Observed): boolean {
  return [...counts.keys()].some((what) => WENT_WRONG.some((wrong) => what.startsWith(wrong)));
}

/** A call failed, or a webhook came to nothing. */
export function hasGoneWrong({ counts }: Observed): boolean {
  return [...counts.keys()].some((what) => what.startsWith('fault') || what === 'delivery lost');
}

/** A customer wrote what no agent has seen, and the agent did not want them to wait for a time. */
export function isWaiting(stage: Stage): boolean {
  return hasUnseen(stage) && !doesReplyWait(stage);
}

function hasUnseen({ observed }: Stage): boolean {
  return observed.newestCustomerIndex > observed.seenIndex;
}

/** When nothing went wrong, nobody waits for reconcile. */
export function servedAtOnce(stage: Stage): void {
  if (mayNeedReconcile(stage.observed) || isWithFlow(stage) || isUnroutable(stage)) return;
  const view = viewOf(stage.world, stage.conversation);
  // At its time a desktop asks, which comes to rest later.
  if (timeOf(view.record)?.repliesWait) return;
  // Another version wrote over a park under way: only reconcile can tell how it ended.
  if (isUnreadable(stage) && object(stage.observed.overwritten?.data)?.state === 'parking')
    return count(stage.observed, 'a park overwritten');
  notLost(stage, view, 'at once, for nothing went wrong');
}

/**
 * When nothing went wrong, no row waits for reconcile either. Its mark may: of two presses at an agent's first park, one
 * makes their map, and the other does not know its SID (see mapAfterAll in the product).
 */
export function wholeAtOnce(stage: Stage): void {
  if (mayNeedReconcile(stage.observed) || isTampered(stage.observed) || isUnreadable(stage)) return;
  const { record, rows } = viewOf(stage.world, stage.conversation);
  if (record?.state === 'parked' && object(record.park)?.showList === true && rows.length !== 1)
    violate(stage.observed, 'a parked conversation is whole', `at once, for nothing went wrong: ${rows.length} rows`);
}

/** A stranger took the row away, or wrote the attributes or the record. */
function isTampered({ counts }: Observed): boolean {
  return ['action remove-', 'action others-', 'action another-'].some((what) =>
    [...counts.keys()].some((known) => known.startsWith(what)),
  );
}

/** Rules for a conversation that has come to rest and was looked after by reconcile. */
export function checkAtRest(stage: Stage, when: string): void {
  const view = viewOf(stage.world, stage.conversation);
  wakePathAtLast(stage, view, when);
  if (isUnreadable(stage)) return;
  notLost(stage, view, when);
  waitingReplyIsNoted(stage, hasUnseen(stage), when);
  backAtItsTime(stage, when);
  backAtRestAfterEvent(stage, when);
  noGhostRow(stage, view, when);
  parkedIsWhole(stage, view, when);
  nothingLeftBesideAnAgent(stage, view, when);
  nothingLeftWhenClosed(stage, view, when);
}

/** After reconcile nothing is left to it. */
function wakePathAtLast(stage: Stage, view: View, when: string): void {
  neverForgotten(stage, when);
  // What cannot be read cannot be repaired, only named.
  if (isUnreadable(stage)) return;
  if (isLeftToReconcile(view) && view.openTasks.length === 0 && view.agents.length === 0)
    violate(stage.observed, 'never forgotten at rest', `${when}: the task died, and reconcile has not seen it`);
}

function notLost(stage: Stage, { conversation, agents, openTasks, record }: View, when: string): void {
  const { observed } = stage;
  if (!isWaiting(stage) || conversation.state === 'closed' || agents.length > 0 || openTasks.length > 0) return;
  violate(
    observed,
    'not lost at rest',
    `${when}: message ${observed.newestCustomerIndex} is unseen (seen up to ${observed.seenIndex}), and nobody will come (record ${String(record?.state ?? 'none')})`,
  );
}

function noGhostRow({ observed }: Stage, { rows, record }: View, when: string): void {
  const ghost = rows.find((row) => record?.state !== 'parked' || object(record.park)?.parkId !== row.parkId);
  if (ghost)
    violate(
      observed,
      'no ghost row',
      `${when}: a row of park ${String(ghost.parkId)}, record ${String(record?.state ?? 'none')}`,
    );
}

/** A parked conversation has its one webhook, and its row while its time lasts. */
function parkedIsWhole(stage: Stage, { record, wakeWebhooks, rows, agents, attributes }: View, when: string): void {
  if (record?.state !== 'parked') return;
  const park = object(record.park) ?? {};
  const tell = (message: string) => violate(stage.observed, 'a parked conversation is whole', `${when}: ${message}`);
  if (agents.length > 0) tell(`${agents.join()} is in a parked conversation`);
  if (wakeWebhooks.length !== 1 || wakeWebhooks[0]?.parkId !== park.parkId)
    tell(`${wakeWebhooks.length} wake webhooks`);
  const ageMs = stage.clock.nowMs() - Number(park.parkedAtMs);
  const mayBeExpired = park.channelType !== 'sms' && ageMs > 23.9 * 60 * 60_000;
  if (park.showList === true && rows.length !== 1 && !mayBeExpired) tell(`${rows.length} rows in the list`);
  if (rows.length === 1 && attributes.mapItemKey !== stage.conversation.sid) tell('the attributes do not name its row');
}

/** A closed conversation has a rule of its own: nobody can change its attributes any more. */
function nothingLeftBesideAnAgent(stage: Stage, view: View, when: string): void {
  if (view.conversation.state !== 'closed' && view.agents.length > 0)
    nothingLeft(stage, view, `${when}: an agent serves`);
}

function nothingLeftWhenClosed(stage: Stage, view: View, when: string): void {
  if (view.conversation.state !== 'closed') return;
  const { record, wakeWebhooks, rows, flowWebhooks, slots } = view;
  const left = [
    record && 'the record',
    wakeWebhooks.length > 0 && 'the webhook',
    rows.length > 0 && 'the row',
    flowWebhooks > 0 && 'the flow',
    slots.length > 0 && !isLeftToTheCount(stage) && 'a slot',
  ];
  tellLeft(stage, left, `${when}: the conversation is closed`);
}

/** Once a task waits, the row and its mark are gone, and the webhook too if the workflow has the task. */
export function comesBackClean(stage: Stage, when: string): void {
  const { world, conversation, observed } = stage;
  const { rows, attributes, wakeWebhooks, record, flowWebhooks } = viewOf(world, conversation);
  const mayBeDeclined = object(record?.target)?.to === 'worker';
  const left = [
    rows.length > 0 && 'the row',
    'mapItemKey' in attributes && 'the mark in the attributes',
    wakeWebhooks.length > 0 && !mayBeDeclined && 'the webhook',
    flowWebhooks > 0 && 'the flow',
    wrappingTasksOf(world, conversation.sid).some(({ sid }) => sid === observed.lastServed?.taskSid) && 'the wrap-up',
  ];
  tellLeft(stage, left, when);
}

/** After an agent has accepted, nothing of parking is left but their empty map and the lease of reconcile. */
export function nothingLeft(stage: Stage, view: View, when: string): void {
  if (isUnreadable(stage)) return;
  const { record, wakeWebhooks, rows, attributes, flowWebhooks, slots, dueTimes } = view;
  const left = [
    dueTimes.length > 0 && !isLeftUntilDue(stage) && 'a due time',
    flowWebhooks > 0 && !isLeftByAnother(stage, view) && `${flowWebhooks} webhooks of the flow`,
    slots.length > 0 && !isLeftToTheCount(stage) && 'a slot',
    record && `the record (${String(record.state)})`,
    wakeWebhooks.length > 0 && !isOfDeadParks(stage, view) && `${wakeWebhooks.length} wake webhooks`,
    rows.length > 0 && 'the row',
    ('mapSid' in attributes || 'mapItemKey' in attributes) && 'the mark in the attributes',
  ];
  tellLeft(stage, left, when);
}

/**
 * Left until the customer's next message takes it away (docs/limits.md): Twilio takes the webhook of a park and refuses
 * its record, and the Function dies before it can undo. It wakes nobody. Each takes two faults, or one while the record of
 * the park before it is just being removed.
 */
function isOfDeadParks({ observed: { counts }, schedule: { faults } }: Stage, { record, wakeWebhooks }: View): boolean {
  const hasDied = faults.some(({ kind }) => kind.startsWith('killed'));
  const refused = faults.length + (counts.get('record gone as it was written') ?? 0);
  return !record && hasDied && wakeWebhooks.length * 2 <= refused && !counts.has('a later message');
}

/** A record that was never written, or could not be read, left a slot that only the count of a later park finds. */
function isLeftToTheCount({ observed }: Stage): boolean {
  if (!observed.counts.has('Function killed') && !observed.counts.has('action another-version-writes')) return false;
  count(observed, 'slot left to the count');
  return true;
}

/** The one flow of the record that another version wrote over: that it was there stood nowhere else. */
function isLeftByAnother({ observed }: Stage, { flowWebhooks }: View): boolean {
  const { overwritten } = observed;
  if (overwritten?.what !== 'unknown-route' || flowWebhooks > 1 || !isForFlow(overwritten.data)) return false;
  count(observed, 'a flow left by another version');
  return true;
}

function isForFlow(record: unknown): boolean {
  const reply = object(parkOf(object(record) ?? {}).reply);
  return object(reply?.route)?.to === 'studio';
}

/** An entry whose removal failed, or that was written late, goes at its time: the record that it names tells. */
function isLeftUntilDue({ observed }: Stage): boolean {
  if (!hasGoneWrong(observed) && !observed.counts.has('action another-version-writes')) return false;
  count(observed, 'a due time left until its time');
  return true;
}

function tellLeft({ observed }: Stage, left: readonly unknown[], when: string): void {
  const things = left.filter((thing) => typeof thing === 'string');
  if (things.length > 0) violate(observed, 'nothing left over', `${when}, and left are ${things.join(', ')}`);
}
