/** @jest-environment node */
import { ids } from '../../../local-twilio/src/account/seed/contact-centre';
import { pagesOf, type Page } from './pages';
import { setUp } from './sdk';

const MAP = 'Long';
const PAGE = 100;
const SIZES = [101, 250, 1000];

const keyOf = (at: number): string => `key-${String(at).padStart(4, '0')}`;

function holding(size: number) {
  const setup = setUp();
  const { sync } = setup.world;
  sync.createMap(ids.syncService, { uniqueName: MAP });
  for (let at = 0; at < size; at += 1) sync.createMapItem(ids.syncService, MAP, { key: keyOf(at), data: { at } });
  const all = Array.from({ length: size }, (_, at) => keyOf(at));
  return { ...setup, all, items: setup.client.sync.v1.services(ids.syncService).syncMaps(MAP).syncMapItems };
}

interface ItemsPage {
  readonly items: readonly { readonly key: string }[];
  readonly meta: { readonly next_token: string | null };
}

/** All pages, as the browser's SDK asks for them; `meanwhile` is what happens after the first. */
async function readInBrowser(page: Page, meanwhile: () => void = () => undefined): Promise<readonly string[]> {
  const keys: string[] = [];
  let query = `PageSize=${PAGE}`;
  for (let pages = 1; pages <= 20; pages += 1) {
    const { body } = await page.get(`cds.us1.twilio.com/v3/Maps/${MAP}/Items?${query}`);
    const { items, meta } = body as ItemsPage;
    expect(items.length).toBeLessThanOrEqual(PAGE);
    keys.push(...items.map(({ key }) => key));
    if (pages === 1) meanwhile();
    if (meta.next_token === null) return keys;
    query = `PageToken=${meta.next_token}`;
  }
  throw new Error('It has no last page');
}

/** https://www.twilio.com/docs/sync/api/map-item-resource; pages: https://www.twilio.com/docs/usage/twilios-response */
describe('a map of many items (docs/sync/api/map-item-resource, usage/twilios-response)', () => {
  it.each(SIZES)('of %i has each once, over all pages of REST', async (size) => {
    const { all, items } = holding(size);
    expect((await items.list({ pageSize: PAGE })).map(({ key }) => key)).toEqual(all);
    expect((await items.list()).map(({ key }) => key)).toEqual(all);
    expect((await items.page()).instances).toHaveLength(50);
    await expect(items.page({ pageSize: 101 })).rejects.toMatchObject({ status: 400 });
  });

  it.each(SIZES)('of %i has each once, over all pages of a browser', async (size) => {
    const { all, world } = holding(size);
    const pages = pagesOf(world);
    expect(await readInBrowser(pages.open('ada'))).toEqual(all);
    pages.close();
  });

  it.each(SIZES)('of %i has what came and not what went while a browser read later pages', async (size) => {
    const { all, world } = holding(size);
    const pages = pagesOf(world);
    const [seen, waiting, added] = [keyOf(3), keyOf(PAGE), `${keyOf(PAGE)}-new`];

    const read = await readInBrowser(pages.open('ada'), () => {
      world.sync.removeMapItem(ids.syncService, MAP, { key: seen });
      world.sync.removeMapItem(ids.syncService, MAP, { key: waiting });
      world.sync.createMapItem(ids.syncService, MAP, { key: added, data: {} });
    });

    expect(read).toEqual(all.flatMap((key) => (key === waiting ? [added] : [key])));
    pages.close();
  });
});
