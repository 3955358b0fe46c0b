import { isUnreadable } from '../run/another-version';
import { count, violate } from '../run/observed';
import type { Stage } from '../run/stage';
import { object, parkOf, recordOf, viewOf } from '../run/view';

const RULE = 'the limit holds';

/** So much had gone wrong, or one came back to be parked as before: nobody counts then. */
const UNCOUNTED = ['fault ', 'task.canceled', 'workflow.timeout', 'action decline'];

/** Never more parked than allowed while nothing went wrong; two presses at the same moment may exceed it by one. */
export function limitHolds(stage: Stage): void {
  const { schedule, observed } = stage;
  if (schedule.maxParked === null) return;
  if ([...observed.counts.keys()].some((what) => UNCOUNTED.some((one) => what.startsWith(one)))) return;
  const many = parkedBy(stage, 'ada');
  if (many > schedule.maxParked && !haveOverlapped(stage)) violate(observed, RULE, `${many} are parked`);
}

/** A refusal has its reason; what could not be counted may count. */
export function refusedRightly(stage: Stage, name: string): void {
  const { schedule, observed } = stage;
  if ([...observed.counts.keys()].some((what) => what.startsWith('fault ')) || haveOverlapped(stage)) return;
  // Another version wrote over it just then: what cannot be read is not ours to undo.
  if (isUnreadable(stage)) return count(observed, 'a refused park overwritten');
  const { record, wakeWebhooks, rows } = viewOf(stage.world, stage.conversation);
  if (record || wakeWebhooks.length + rows.length > 0)
    violate(observed, RULE, `${name} is refused, and not all of it is undone`);
  const many = parkedBy(stage, 'ada');
  if (many < (schedule.maxParked ?? Infinity) && !mayHaveBroughtBack(stage, name))
    violate(observed, RULE, `${name} is refused, and only ${many} are parked`);
}

function haveOverlapped({ observed }: Stage): boolean {
  const parks = observed.invocations.filter(({ name }) => name.startsWith('park'));
  return parks.some((one, at) =>
    parks.slice(at + 1).some(({ startedAtMs }) => startedAtMs <= (one.endedAtMs ?? Infinity)),
  );
}

/** Something ran beside that park which brings conversations back, so that one more was parked when it counted. */
function mayHaveBroughtBack({ observed }: Stage, park: string): boolean {
  const it = observed.invocations.find(({ name }) => name === park);
  if (!it) return false;
  return observed.invocations.some(
    ({ name, startedAtMs, endedAtMs = Infinity }) =>
      /^(wake|unpark|route|reconcile|task)/.test(name) &&
      startedAtMs <= (it.endedAtMs ?? Infinity) &&
      endedAtMs >= it.startedAtMs,
  );
}

/** How many of the two conversations are parked by that agent, as the records say. */
export function parkedBy({ world, conversation, other }: Stage, username: string): number {
  const workerSid = world.iam.findUser(username)?.workerSid;
  return [conversation, ...(other ? [other] : [])].filter(({ sid, state }) => {
    if (state === 'closed') return false;
    const record = recordOf(world, sid);
    return record?.state === 'parked' && object(parkOf(record).agent)?.workerSid === workerSid;
  }).length;
}
