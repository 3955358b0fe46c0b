import { FUNCTIONS_DOMAIN, localParking, parkingSyncService } from '../../scripts/local-parking';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { startLocalTwilio, type LocalTwilio, type LocalTwilioOptions } from '../../local-twilio/src/start/index';
import type { Switches } from '../../local-twilio/src/kernel/switches';
import { ids } from '../../local-twilio/src/account/seed/contact-centre';
import type { Conversation } from '../../local-twilio/src/services/conversations/entities';
import type { CustomerAddress } from '../../local-twilio/src/services/customers/commands';
import { launchBrowser, type TestBrowser } from './browser';
import { customersPage, type CustomersPage } from './customers';
import { flexDesktop, type FlexDesktop } from './flex-desktop';
import { parkingPages, type ParkingPages } from './parking-pages';

const ROOT = join(__dirname, '../..');
const PLUGIN = join(ROOT, 'build/park-interaction.js');
const FUNCTIONS = join(ROOT, 'serverless-functions/dist');

/** Flex with parking on the local Twilio, an agent at their desk and the customers' phones. */
export interface ParkingLab {
  readonly local: LocalTwilio;
  readonly browser: TestBrowser;
  readonly ada: FlexDesktop;
  readonly parking: ParkingPages;
  readonly phones: CustomersPage;
  conversation(customer: CustomerAddress): Conversation;
  /** Everything of ours that is left at Twilio for a conversation, apart from the agent's map itself. */
  traces(conversation: Conversation): Traces;
  close(): Promise<void>;
}

export interface Traces {
  readonly records: readonly string[];
  readonly rows: readonly string[];
  readonly wakeWebhooks: number;
  readonly mark: readonly string[];
  readonly dueTimes: number;
}

/** What flex-config calls `features.park_interaction`. */
type Feature = Readonly<Record<string, unknown>>;

interface LabOptions {
  /** Other plugins, loaded before ours or after it. */
  readonly pluginsBefore?: readonly string[];
  readonly pluginsAfter?: readonly string[];
  readonly flexFeatures?: LocalTwilioOptions['flexFeatures'];
  /** How far away Twilio is. */
  readonly latencyMs?: number;
}

export async function startParkingLab(
  feature: Feature,
  switches: Partial<Switches> = {},
  { flexFeatures, latencyMs = 0, pluginsAfter = [], pluginsBefore = [] }: LabOptions = {},
): Promise<ParkingLab> {
  for (const built of [PLUGIN, FUNCTIONS]) {
    if (!existsSync(built)) throw new Error(`${built} is missing: run npm run build first`);
  }
  const local = await startLocalTwilio({
    ...localParking,
    port: 0,
    functionsPort: 0,
    functionsFolder: FUNCTIONS,
    plugins: [...pluginsBefore, PLUGIN, ...pluginsAfter],
    ...(flexFeatures && { flexFeatures }),
    switches,
    latencyMs,
    uiAttributes: {
      custom_data: {
        serverless_functions_url: `https://${FUNCTIONS_DOMAIN}`,
        features: { park_interaction: feature },
      },
    },
  });
  const browser = await launchBrowser();
  const ada = flexDesktop(await browser.newPage(), local.urls.desktops['ada'] ?? '');
  const phones = customersPage(await browser.newPage({ width: 1280, height: 720 }), local.urls.customers);
  await phones.open();
  await ada.open();
  await ada.page.bringToFront();
  await ada.setActivity('Available');
  return {
    local,
    browser,
    ada,
    phones,
    parking: parkingPages(ada.page),
    conversation: (customer) => conversationOf(local, customer),
    traces: (conversation) => tracesOf(local, conversation),
    async close() {
      await browser.close();
      await local.close();
    },
  };
}

function conversationOf({ world }: LocalTwilio, customer: CustomerAddress): Conversation {
  const found = world.customers.current(customer);
  if (!found) throw new Error(`${customer.address} has no open conversation`);
  return found;
}

function tracesOf({ world }: LocalTwilio, conversation: Conversation): Traces {
  const names = [...world.sync.service(parkingSyncService).documents.values()].map(({ uniqueName }) => uniqueName);
  const maps = [...world.sync.service(ids.syncService).maps.values()];
  const [due] = [...world.sync.service(parkingSyncService).maps.values()].filter(
    ({ uniqueName }) => uniqueName === 'ParkedUntil',
  );
  const dueTimes = [...(due?.items.values() ?? [])].filter(({ data }) =>
    JSON.stringify(data).includes(conversation.sid),
  );
  return {
    dueTimes: dueTimes.length,
    records: names.filter((name): name is string => name?.includes(conversation.sid) ?? false),
    rows: maps.flatMap(({ items }) => [...items.keys()]).filter((key) => key === conversation.sid),
    wakeWebhooks: [...conversation.webhooks.values()].filter(({ url }) => url?.includes('/webhooks/unpark-interaction'))
      .length,
    mark: Object.keys(JSON.parse(conversation.attributes) as object).filter((key) => /^map(Sid|ItemKey)$/.test(key)),
  };
}
