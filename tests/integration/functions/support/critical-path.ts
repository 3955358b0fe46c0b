import { FUNCTIONS_DOMAIN } from '../../../../local-twilio/src/hosts/functions/local-functions';
import { ids } from '../../../../local-twilio/src/account/seed/contact-centre';
import { customers, type Served } from './contact-centre';
import { openDesk, type Desk } from './desk';

/** One call costs one tick and nothing else costs anything, so elapsed ticks are calls one after the other. */
export interface Path {
  /** All calls to Twilio, the token check counted. */
  readonly calls: number;
  /** Calls in a row until the Function answers. */
  readonly answered: number;
  /** Calls in a row until what people wait for: the agent is free, or the new task is there. */
  readonly reached: number;
  /** Elapsed virtual time, in milliseconds. */
  readonly answeredMs: number;
  readonly reachedMs: number;
}

export interface PathOptions {
  readonly latencyMs: number;
  readonly list: boolean;
  /** Further settings of the feature. */
  readonly settings?: Readonly<Record<string, unknown>>;
}

export interface Situation extends PathOptions {
  /** Whether the agent's map exists, as it does from his first park on. */
  readonly hasMap: boolean;
}

async function openSituation({
  latencyMs,
  list,
  hasMap,
  settings,
}: Situation): Promise<{ desk: Desk; served: Served }> {
  const desk = openDesk({ latencyMs, settings: { enabled: true, show_list: list, ...settings }, taskEvents: false });
  // Nothing of what is measured makes this event, so no other Function runs meanwhile.
  desk.world.taskRouter.setEventCallback(`https://${FUNCTIONS_DOMAIN}/webhooks/taskrouter-event`, ['task.canceled']);
  desk.available('ada');
  const uniqueName = `ParkedInteractions_${desk.person('ada').workerSid}`;
  if (hasMap) desk.world.sync.createMap(ids.syncService, { uniqueName });
  if (hasMap)
    desk.world.sync.createMap(ids.parkingSyncService, { uniqueName: `ParkedBy_${desk.person('ada').workerSid}` });
  const served = await desk.serve('ada', customers.web);
  return { desk, served };
}

/** Runs what is measured; ticks are counted by the time at which things happen. */
async function measure(desk: Desk, latencyMs: number, steps: { act: () => Promise<number>; reached: () => number }) {
  const startMs = desk.world.clock.nowMs();
  const callsBefore = desk.world.calls().length;
  const answeredAtMs = await steps.act();
  const calls = desk.world.calls().length - callsBefore;
  const answeredMs = answeredAtMs - startMs;
  const reachedMs = steps.reached() - startMs;
  return { calls, answeredMs, reachedMs, answered: answeredMs / latencyMs, reached: reachedMs / latencyMs };
}

/** When something first happens, in the world's time. */
function watch(desk: Desk, wanted: 'reservation.completed' | 'task.created'): () => number {
  const at: number[] = [];
  desk.world.events.subscribe(({ type }) => {
    if (type === wanted) at.push(desk.world.clock.nowMs());
  });
  return () => at[0] ?? Number.NaN;
}

async function callTimed(desk: Desk, path: string, fields: Readonly<Record<string, unknown>>): Promise<number> {
  const { status, body } = await desk.call(path, fields);
  if (status !== 200) throw new Error(`${path}: ${JSON.stringify(body)}`);
  return desk.world.clock.nowMs();
}

export async function parkPath(situation: Situation): Promise<Path> {
  const { desk, served } = await openSituation(situation);
  const reached = watch(desk, 'reservation.completed');
  const fields = { Token: desk.token('ada'), ...desk.parkFields(served) };
  return measure(desk, situation.latencyMs, { act: () => callTimed(desk, 'flex/park-interaction', fields), reached });
}

export async function unparkPath(options: PathOptions): Promise<Path> {
  const { desk, served } = await openSituation({ ...options, hasMap: true });
  await desk.park('ada', served);
  const reached = watch(desk, 'task.created');
  const fields = { Token: desk.token('ada'), conversationSid: served.conversationSid };
  return measure(desk, options.latencyMs, { act: () => callTimed(desk, 'flex/unpark-interaction', fields), reached });
}

export async function wakePath(options: PathOptions): Promise<Path> {
  const { desk, served } = await openSituation({ ...options, hasMap: true });
  await desk.park('ada', served);
  const reached = watch(desk, 'task.created');
  const act = async () => {
    await desk.writes(customers.web, 'Are you there?');
    if (desk.webhookAnswers.length !== 1) throw new Error('one message calls one webhook');
    return desk.world.clock.nowMs();
  };
  return measure(desk, options.latencyMs, { act, reached });
}
