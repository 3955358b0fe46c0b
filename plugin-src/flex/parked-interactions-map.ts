import { listItem, parkedInteractionsMapName, type ListItem } from '../../serverless-functions/src/contract/list-item';
import type { WorkerSid } from '../../serverless-functions/src/contract/sids';

/** What we use of twilio-sync, as interfaces that a test can stand in for. */
export interface SyncItem {
  readonly key: string;
  readonly data: unknown;
}
export interface SyncPage {
  readonly items: readonly SyncItem[];
  readonly hasNextPage: boolean;
  nextPage(): Promise<SyncPage>;
}
export interface SyncMapPort {
  getItems(options: { pageSize: number }): Promise<SyncPage>;
  on(event: 'itemAdded' | 'itemUpdated', listener: (event: { item: SyncItem }) => void): unknown;
  on(event: 'itemRemoved', listener: (event: { key: string }) => void): unknown;
  on(event: 'removed', listener: () => void): unknown;
  close(): void;
}
export interface SyncClientPort {
  readonly connectionState: string;
  map(options: { id: string; mode: 'open_or_create' | 'open_existing' }): Promise<SyncMapPort>;
  on(event: 'connectionStateChanged', listener: (state: string) => void): unknown;
}

/** Whoever wants to know what is parked; `changed` brings all that is known, `complete` says whether that is all. */
export interface ParkedInteractionsObserver {
  loading(): void;
  changed(items: Readonly<Record<string, ListItem>>, complete: boolean): void;
  disconnected(): void;
  failed(cause: unknown): void;
}

/** The most that Sync gives in one page. Source: twilio.com/docs/sync/api/map-item-resource */
const PAGE_SIZE = 100;

/** Shows one agent's map of parked interactions, live. `reload` starts over, `stop` closes the map. */
export class ParkedInteractionsMap {
  private map: SyncMapPort | undefined;
  private items = new Map<string, ListItem>();
  /** Keys with a live event since the last reading began; an event is newer than what a page says. */
  private touched = new Set<string>();
  private readings = 0;
  private published = false;
  private connection: 'not-yet' | 'up' | 'lost';

  constructor(
    private readonly client: SyncClientPort,
    private readonly workerSid: WorkerSid,
    private readonly observer: ParkedInteractionsObserver,
  ) {
    this.connection = client.connectionState === 'connected' ? 'up' : 'not-yet';
    client.on('connectionStateChanged', (state) => this.connectionChanged(state));
  }

  async reload(): Promise<void> {
    this.published = false;
    this.items = new Map();
    this.observer.loading();
    await this.reading(async () => {
      this.map?.close();
      this.map = await this.open();
      return this.map;
    });
  }

  stop(): void {
    this.readings += 1;
    this.map?.close();
    this.map = undefined;
  }

  private async open(): Promise<SyncMapPort> {
    const map = await this.client.map({ id: parkedInteractionsMapName(this.workerSid), mode: 'open_or_create' });
    const ifCurrent = (apply: () => void) => () => this.map === map && apply();
    map.on('itemAdded', ({ item }) => ifCurrent(() => this.itemSet(item))());
    map.on('itemUpdated', ({ item }) => ifCurrent(() => this.itemSet(item))());
    map.on('itemRemoved', ({ key }) => ifCurrent(() => this.itemRemoved(key))());
    map.on(
      'removed',
      ifCurrent(() => void this.reload()),
    );
    return map;
  }

  /** Reads all pages; what a later reading overtakes is dropped. */
  private async reading(getMap: () => Promise<SyncMapPort>): Promise<void> {
    const reading = (this.readings += 1);
    const isCurrent = () => reading === this.readings;
    this.touched = new Set();
    try {
      const map = await getMap();
      const read = await readAll(map, (items) => isCurrent() && !this.published && this.showMeanwhile(items));
      if (isCurrent()) this.replaceUntouched(read);
    } catch (cause) {
      if (isCurrent()) this.observer.failed(cause);
    }
  }

  /** The first rows do not wait for the last page. A list that is shown already is not thinned out meanwhile. */
  private showMeanwhile(items: readonly SyncItem[]): void {
    for (const item of items) if (!this.touched.has(item.key)) this.store(item);
    this.observer.changed(Object.fromEntries(this.items), false);
  }

  private replaceUntouched(read: readonly SyncItem[]): void {
    const live = [...this.items].filter(([key]) => this.touched.has(key));
    this.items = new Map(live);
    for (const item of read) if (!this.touched.has(item.key)) this.store(item);
    this.published = true;
    this.publish();
  }

  private itemSet(item: SyncItem): void {
    this.touched.add(item.key);
    this.store(item);
    this.publish();
  }

  private itemRemoved(key: string): void {
    this.touched.add(key);
    this.items.delete(key);
    this.publish();
  }

  /** An item that is not as the contract says is left out: one strange row must not break the list. */
  private store(item: SyncItem): void {
    const parsed = listItem.safeParse(item.data);
    if (parsed.success) this.items.set(item.key, parsed.data);
    else this.items.delete(item.key);
  }

  /** Events that come before the first reading is complete are shown with its next page. */
  private publish(): void {
    if (this.published) this.observer.changed(Object.fromEntries(this.items), true);
  }

  private connectionChanged(state: string): void {
    const before = this.connection;
    if (state === 'connected') this.connection = 'up';
    else if (before === 'up') this.connection = 'lost';
    if (before === 'up' && this.connection === 'lost') this.observer.disconnected();
    if (before === 'lost' && this.connection === 'up') this.catchUp();
  }

  /** Events may have been missed: reads everything again, behind the rows that are shown. */
  private catchUp(): void {
    const map = this.map;
    void (map ? this.reading(() => Promise.resolve(map)) : this.reload());
  }
}

/** `onPage` gets every page but the last as soon as it is there. */
async function readAll(map: SyncMapPort, onPage: (items: readonly SyncItem[]) => void): Promise<SyncItem[]> {
  let page = await map.getItems({ pageSize: PAGE_SIZE });
  const items = [...page.items];
  while (page.hasNextPage) {
    onPage(page.items);
    page = await page.nextPage();
    items.push(...page.items);
  }
  return items;
}
