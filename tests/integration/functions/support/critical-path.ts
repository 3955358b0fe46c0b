import { FUNCTIONS_DOMAIN, parkingSyncService } from '../../../../scripts/local-parking';
import { ids } from '../../../../local-twilio/src/account/seed/contact-centre';
import { customers, type Served } from './contact-centre';
import { openDesk, type Desk, type DeskOptions } from './desk';

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
  /** Whether the agent's map exists, as it does from their first park on. */
  readonly hasMap: boolean;
}

const TALK_MS = 60_000;
/** Long enough for a new task to be readable, and short enough for a container to remember what it has read. */
const SHORT_TALK_MS = 8_000;

async function openSituation({
  latencyMs,
  list,
  hasMap,
  settings,
  switches,
}: Situation & Pick<DeskOptions, 'switches'>): Promise<{ desk: Desk; served: Served }> {
  const parking = { enabled: true, show_list: list, ...settings };
  const desk = openDesk({ latencyMs, settings: parking, switches, taskEvents: false });
  // Nothing of what is measured makes this event, so no other Function runs meanwhile.
  desk.world.taskRouter.setEventCallback(`https://${FUNCTIONS_DOMAIN}/webhooks/taskrouter-event`, ['task.canceled']);
  desk.available('ada');
  const uniqueName = `ParkedInteractions_${desk.person('ada').workerSid}`;
  if (hasMap) desk.world.sync.createMap(ids.syncService, { uniqueName });
  if (hasMap) desk.world.sync.createMap(parkingSyncService, { uniqueName: `ParkedBy_${desk.person('ada').workerSid}` });
  const served = await desk.serve('ada', customers.web);
  // They talk for a while: a task that has just been made may not be readable yet.
  desk.world.clock.advance(TALK_MS);
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
function watch(
  desk: Desk,
  wanted: 'reservation.completed' | 'task.created' | 'flex.configuration.updated',
): () => number {
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

/** `handOver`: by a supervisor, to an agent or a queue that they choose; else the agent gets it who asks. */
export async function unparkPath({
  handOver,
  ...options
}: PathOptions & { handOver?: 'worker' | 'queue' }): Promise<Path> {
  const { desk, served } = await openSituation({ ...options, hasMap: true });
  desk.available('ben');
  await desk.park('ada', served);
  const reached = watch(desk, 'task.created');
  const chosen = { workerSid: desk.person('ben').workerSid, queueSid: ids.queues.sales };
  const asked = handOver ? { Token: desk.token('sofia'), routeTo: handOver, ...chosen } : { Token: desk.token('ada') };
  const fields = { ...asked, conversationSid: served.conversationSid };
  return measure(desk, options.latencyMs, { act: () => callTimed(desk, 'flex/unpark-interaction', fields), reached });
}

export async function eventPath(options: PathOptions): Promise<Path> {
  const { desk, served } = await openSituation({ ...options, hasMap: true, settings: { wake_links: true } });
  await desk.park('ada', served);
  const { body } = await desk.call('flex/wake-link', {
    Token: desk.token('ada'),
    conversationSid: served.conversationSid,
  });
  const { searchParams } = new URL(String((body as { path?: unknown }).path), 'https://parking.twil.io');
  const request = { headers: { 'content-type': 'application/json' } };
  const fields = { ...Object.fromEntries(searchParams), note: 'refund approved', request };
  const reached = watch(desk, 'task.created');
  return measure(desk, options.latencyMs, { act: () => callTimed(desk, 'webhooks/wake-by-event', fields), reached });
}

/** An admin reads the settings, or saves some. What people wait for is that they are written. */
export async function settingsPath({ latencyMs, save }: { latencyMs: number; save: boolean }): Promise<Path> {
  const settings = { enabled: true, show_list: true };
  const desk = openDesk({ latencyMs, settings });
  const change = { change: JSON.stringify({ set: { history_days: 7 } }), seen: JSON.stringify(settings), save: 'yes' };
  const reached = watch(desk, 'flex.configuration.updated');
  const fields = { Token: desk.token('alex'), ...(save && change) };
  return measure(desk, latencyMs, { act: () => callTimed(desk, 'flex/parking-settings', fields), reached });
}

export async function wakePath(options: PathOptions): Promise<Path> {
  // What is counted ends with the webhook's answer; how long the task waits to be offered is no call.
  const { desk, served } = await openSituation({ ...options, hasMap: true, switches: { routing: 'at-once' } });
  await desk.park('ada', served);
  const reached = watch(desk, 'task.created');
  const act = async () => {
    await desk.writes(customers.web, 'Are you there?');
    if (desk.webhookAnswers.length !== 1) throw new Error('one message calls one webhook');
    return desk.world.clock.nowMs();
  };
  return measure(desk, options.latencyMs, { act, reached });
}

/** Calls in all of a later park, reply and unpark of the same agent, in containers that are warm from the first. */
export async function warmCalls(): Promise<Readonly<Record<'park' | 'wake' | 'unpark', number>>> {
  const desk = openDesk({ latencyMs: 100, settings: { enabled: true, show_list: true } });
  desk.available('ada');
  const served = await desk.serve('ada', customers.web);
  desk.world.clock.advance(TALK_MS);
  const Token = desk.token('ada');
  const park = (what: Served) => callTimed(desk, 'flex/park-interaction', { Token, ...desk.parkFields(what) });
  const unpark = () => callTimed(desk, 'flex/unpark-interaction', { Token, conversationSid: served.conversationSid });
  const count = async (run: () => Promise<unknown>) => {
    const before = desk.world.calls().length;
    await run();
    const made = desk.world.calls().length - before;
    await desk.settled();
    return made;
  };
  const talk = async () => {
    const back = await desk.accept('ada');
    desk.world.clock.advance(SHORT_TALK_MS);
    await desk.settled();
    return back;
  };
  await park(served);
  await desk.writes(customers.web, 'Are you there?');
  await park(await talk());
  await unpark();
  const second = await talk();
  const parked = await count(() => park(second));
  const unparked = await count(unpark);
  await park(await talk());
  return { park: parked, unpark: unparked, wake: await count(() => desk.writes(customers.web, 'And now?')) };
}
