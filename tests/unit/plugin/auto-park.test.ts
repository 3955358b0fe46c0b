/** @jest-environment node */
import type { OpenTask } from '../../../plugin-src/flex/open-tasks';
import { parkTargetOf } from '../../../plugin-src/flex/task';
import { createTaskTimes } from '../../../plugin-src/flex/task-times';
import { AutoPark, type AutoParkPorts } from '../../../plugin-src/parking/auto-park/auto-park';
import { aConversation, aTask, MESSAGING_ATTRIBUTES, MY_IDENTITY, sid } from './support/fixtures';

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const START_MS = Date.parse('2026-03-04T12:00:00Z');

/** One browser with its clock, its storage and its locks. */
function aBrowser() {
  const browser = { nowMs: START_MS, timers: new Set<{ atMs: number; run: () => void }>() };
  const held = new Map<string, string>();
  const locked = new Set<string>();
  const flush = () => new Promise((resolve) => setImmediate(resolve));
  return {
    now: () => new Date(browser.nowMs),
    storage: {
      getItem: (key: string) => held.get(key) ?? null,
      setItem: (k: string, v: string) => void held.set(k, v),
    },
    claim: async (name: string) => {
      if (locked.has(name)) return undefined;
      locked.add(name);
      return () => void locked.delete(name);
    },
    schedule: (run: () => void, delayMs: number) => {
      const timer = { atMs: browser.nowMs + delayMs, run };
      browser.timers.add(timer);
      return () => void browser.timers.delete(timer);
    },
    timers: browser.timers,
    /** Lets time pass, with every timer at its moment. */
    async pass(ms: number) {
      await flush();
      const endMs = browser.nowMs + ms;
      for (;;) {
        const [next] = [...browser.timers].filter(({ atMs }) => atMs <= endMs).sort((a, b) => a.atMs - b.atMs);
        if (!next) break;
        browser.timers.delete(next);
        browser.nowMs = Math.max(browser.nowMs, next.atMs);
        next.run();
        await flush();
      }
      browser.nowMs = endMs;
    },
  };
}

/** A task that came, and was answered, at the start. */
function anOpenTask(n = 1, ageMs = MINUTE_MS): OpenTask {
  const task = aTask({ taskSid: sid('WT', n), attributes: { ...MESSAGING_ATTRIBUTES, conversationSid: sid('CH', n) } });
  const target = parkTargetOf(task);
  if (!target) throw new Error('the test’s own task is broken');
  const answer = { index: 1, isFromMe: true, source: { author: MY_IDENTITY, timestamp: new Date(START_MS) } };
  const conversation = aConversation({ messages: [answer] });
  return { task, target, conversation, createdAtMs: START_MS - ageMs, cameAtMs: START_MS - MINUTE_MS };
}

function aDesk(browser: ReturnType<typeof aBrowser>, changes: Partial<AutoParkPorts> = {}, tasks = [anOpenTask()]) {
  const desk = { tasks, notices: new Array<string>(), parks: new Array<string>(), keep: () => {}, isWriting: false };
  const show = (name: string) => {
    desk.notices.push(name);
    return () => void desk.notices.splice(desk.notices.indexOf(name), 1);
  };
  const autoPark = new AutoPark({
    ...browser,
    openTasks: () => desk.tasks,
    parkAfterMs: () => 15 * MINUTE_MS,
    beforeTaskExpires: 'park',
    mayPark: () => true,
    isAlone: () => true,
    isWriting: () => desk.isWriting,
    isInSight: () => true,
    park: async ({ target }, why) => {
      desk.parks.push(why);
      desk.tasks = desk.tasks.filter((each) => each.target.taskSid !== target.taskSid);
    },
    showCountdown: ({ target }, { keep }) => {
      desk.keep = keep;
      return show(`countdown ${target.taskSid.at(-1)}`);
    },
    showExpiry: () => show('expires'),
    kept: createTaskTimes(browser.storage, 'kept'),
    told: createTaskTimes(browser.storage, 'told'),
    ...changes,
  });
  autoPark.look();
  return Object.assign(desk, { autoPark });
}

describe('a desktop that parks by itself', () => {
  it('counts down after the silence, and parks', async () => {
    const browser = aBrowser();
    const desk = aDesk(browser);
    await browser.pass(15 * MINUTE_MS - 1);
    expect(desk.notices).toEqual([]);
    await browser.pass(SECOND_MS);
    expect([desk.notices, desk.parks]).toEqual([['countdown 1'], []]);
    await browser.pass(30 * SECOND_MS);
    expect([desk.notices, desk.parks]).toEqual([[], ['silence']]);
    expect(browser.timers.size).toBe(0);
  });

  it('lets Keep begin the silence anew, also after a reload', async () => {
    const browser = aBrowser();
    const desk = aDesk(browser);
    await browser.pass(15 * MINUTE_MS + 10 * SECOND_MS);
    desk.keep();
    await browser.pass(SECOND_MS);
    expect(desk.notices).toEqual([]);
    desk.autoPark.stop();
    const reloaded = aDesk(browser);
    await browser.pass(14 * MINUTE_MS);
    expect(reloaded.notices).toEqual([]);
    await browser.pass(2 * MINUTE_MS);
    expect(reloaded.parks).toEqual(['silence']);
  });

  it('stops the countdown when the agent writes', async () => {
    const browser = aBrowser();
    const desk = aDesk(browser);
    await browser.pass(15 * MINUTE_MS + 10 * SECOND_MS);
    desk.isWriting = true;
    desk.autoPark.look();
    await browser.pass(10 * MINUTE_MS);
    expect([desk.notices, desk.parks]).toEqual([[], []]);
  });

  it('counts down in one tab only, the one in front', async () => {
    const browser = aBrowser();
    const behind = aDesk(browser, { isInSight: () => false });
    const inFront = aDesk(browser);
    await browser.pass(15 * MINUTE_MS + 10 * SECOND_MS);
    expect([behind.notices, inFront.notices]).toEqual([[], ['countdown 1']]);
    await browser.pass(20 * SECOND_MS);
    expect(inFront.parks).toEqual(['silence']);
    behind.tasks = [];
    await browser.pass(10 * MINUTE_MS);
    expect(behind.parks).toEqual([]);
  });

  it('counts down one conversation after the other', async () => {
    const browser = aBrowser();
    const desk = aDesk(browser, {}, [anOpenTask(1), anOpenTask(2)]);
    await browser.pass(15 * MINUTE_MS + SECOND_MS);
    expect(desk.notices).toEqual(['countdown 1']);
    await browser.pass(30 * SECOND_MS);
    expect(desk.notices).toEqual(['countdown 2']);
    await browser.pass(31 * SECOND_MS);
    expect(desk.parks).toEqual(['silence', 'silence']);
  });

  it('takes the countdown away when the task goes', async () => {
    const browser = aBrowser();
    const desk = aDesk(browser);
    await browser.pass(15 * MINUTE_MS + SECOND_MS);
    desk.tasks = [];
    desk.autoPark.look();
    await browser.pass(5 * MINUTE_MS);
    expect([desk.notices, desk.parks]).toEqual([[], []]);
  });

  it('does not ask again at once when a park is refused', async () => {
    const browser = aBrowser();
    let refusals = 0;
    const park = () => {
      refusals += 1;
      return Promise.reject(new Error('refused'));
    };
    const desk = aDesk(browser, { park });
    await browser.pass(25 * MINUTE_MS);
    expect([refusals, desk.notices]).toEqual([1, []]);
  });

  it('does nothing while somebody else is in the conversation', async () => {
    const browser = aBrowser();
    const desk = aDesk(browser, { isAlone: () => false });
    await browser.pass(60 * MINUTE_MS);
    expect([desk.notices, desk.parks]).toEqual([[], []]);
  });

  it('tells once that Twilio is going to delete the task, and parks it half an hour later', async () => {
    const browser = aBrowser();
    const desk = aDesk(browser, { parkAfterMs: () => null }, [anOpenTask(1, 22 * 60 * MINUTE_MS)]);
    await browser.pass(61 * MINUTE_MS);
    expect(desk.notices).toEqual(['expires']);
    await browser.pass(30 * MINUTE_MS);
    expect([desk.notices, desk.parks]).toEqual([[], ['expiry']]);
  });

  it('has no timer while there are no tasks', async () => {
    const browser = aBrowser();
    aDesk(browser, {}, []);
    await browser.pass(MINUTE_MS);
    expect(browser.timers.size).toBe(0);
  });
});
