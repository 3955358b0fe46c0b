import type { Page } from 'playwright-core';

import { ids, workerSidOf } from '../../local-twilio/src/account/seed/contact-centre';
import { startParkingLab, type ParkingLab } from '../support/parking-lab';

const FEW = 10;
const MANY = 1000;
const RUNS = 5;

/** Milliseconds; all in the real Flex on the local Twilio. */
interface Measured {
  /** From the start of reading to the first rows in the store, and to all of them. */
  firstRows: number;
  allRows: number;
  /** From the click to the rows on screen. */
  open: number;
  sort: number;
  filter: number;
}

/** Prints how the list feels with many rows, as ratios to few: `npx tsx tests/bench/list-rows.ts`. */
async function main(): Promise<void> {
  const lab = await startParkingLab({ enabled: true, show_list: true });
  await lab.ada.page.addInitScript(WATCH_LIST);
  try {
    const few = await medians(lab, FEW);
    const many = await medians(lab, MANY);
    const share = (many.firstRows / many.allRows).toFixed(2);
    console.log(`${MANY} rows: the first are there after ${share} of the time that all take`);
    console.log(`  (first ${ms(many.firstRows)}, all ${ms(many.allRows)})`);
    for (const what of ['firstRows', 'allRows', 'open', 'sort', 'filter'] as const) {
      const ratio = (many[what] / few[what]).toFixed(1);
      console.log(`${what}: ${MANY} rows take ${ratio} × ${FEW} rows (${ms(many[what])} to ${ms(few[what])})`);
    }
  } finally {
    await lab.close();
  }
}

/** One reading is at the mercy of whatever else Flex does while it starts. */
async function medians(lab: ParkingLab, rows: number): Promise<Measured> {
  const all: Measured[] = [];
  for (let run = 0; run < RUNS; run += 1) all.push(await measure(lab, rows));
  const median = (what: keyof Measured) => all.map((one) => one[what]).sort((a, b) => a - b)[Math.floor(RUNS / 2)] ?? 0;
  return {
    firstRows: median('firstRows'),
    allRows: median('allRows'),
    open: median('open'),
    sort: median('sort'),
    filter: median('filter'),
  };
}

const ms = (length: number) => `${Math.round(length)} ms`;

async function measure(lab: ParkingLab, rows: number): Promise<Measured> {
  fill(lab, rows);
  // So that opening the list is measured, and not a list that is open already.
  await lab.ada.page.evaluate(`Twilio.Flex.Actions.invokeAction('NavigateToView', { viewName: 'agent-desktop' })`);
  const { page } = lab.ada;
  await lab.ada.reload();
  await page.waitForFunction(() => Reflect.get(window, 'listTimes')?.all !== undefined);
  const times: { loading: number; first: number; all: number } = await page.evaluate(() =>
    Reflect.get(window, 'listTimes'),
  );
  const open = await clickTime(page, '[aria-label^="Parked Interactions"]');
  const sort = await clickTime(page, 'th[aria-sort="none"] button');
  const filter = await filterTime(page);
  return { firstRows: times.first - times.loading, allRows: times.all - times.loading, open, sort, filter };
}

function fill({ local }: ParkingLab, rows: number): void {
  const { sync } = local.world;
  const name = `ParkedInteractions_${workerSidOf('ada')}`;
  const map = [...sync.service(ids.syncService).maps.values()].find(({ uniqueName }) => uniqueName === name);
  const mapSid = (map ?? sync.createMap(ids.syncService, { uniqueName: name })).sid;
  const present = map?.items.size ?? 0;
  for (let n = present; n < rows; n += 1) {
    const key = sid('CH', n);
    const item = {
      parkId: `bench-${n}`,
      conversationSid: key,
      interactionSid: sid('KD', n),
      channelSid: sid('UO', n),
      workerSid: workerSidOf('ada'),
      customerName: `Customer ${n}`,
      customerAddress: `+1555${n}`,
      channelType: n % 2 ? 'whatsapp' : 'sms',
      queueName: 'Support',
      parkedAt: new Date(Date.now() - n * 60_000).toISOString(),
      lastCustomerMessageAt: new Date(Date.now() - n * 61_000).toISOString(),
    };
    sync.createMapItem(ids.syncService, mapSid, { key, data: item });
  }
}

const sid = (prefix: string, n: number) => `${prefix}${n.toString(16).padStart(32, '0')}`;

/** Runs in the page, before anything else: notes when the list is read. As text, for a compiler's helpers are not there. */
const WATCH_LIST = `
  const times = (window.listTimes = {});
  const listNow = () => {
    try {
      return window.Twilio.Flex.Manager.getInstance().store.getState()['park-interaction'].list;
    } catch {
      return undefined; // Flex is still starting
    }
  };
  const look = () => {
    const list = listNow();
    const now = performance.now();
    if (list && list.status === 'loading') times.loading ??= now;
    if (list && list.status === 'ready') times.first ??= now;
    if (list && list.status === 'ready' && list.complete) times.all ??= now;
    if (times.all === undefined) setTimeout(look, 1);
  };
  look();
`;

/** From a click on the element to the first row on screen afterwards, painted. */
function clickTime(page: Page, selector: string): Promise<number> {
  return page.evaluate<number>(`(async () => {
    const element = [...document.querySelectorAll(${JSON.stringify(selector)})].at(-1);
    const start = performance.now();
    element.click();
    while (!document.querySelector('[role="rowheader"]')) await new Promise((next) => setTimeout(next, 1));
    await new Promise((painted) => requestAnimationFrame(() => setTimeout(painted)));
    return performance.now() - start;
  })()`);
}

async function filterTime(page: Page): Promise<number> {
  const search = page.getByLabel('Search');
  const start = performance.now();
  await search.fill('Customer 7');
  await page.getByRole('rowheader').filter({ hasText: 'Customer 7' }).first().waitFor();
  return performance.now() - start;
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
