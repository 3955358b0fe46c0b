import { FUNCTIONS_DOMAIN, parkingSyncService, syncServices } from '../../../../scripts/local-parking';
import { virtualClock } from '../../../../local-twilio/src/kernel/clock';
import { productOf, products, type ProductHost } from '../../../../local-twilio/src/account/products';
import { readQuery } from '../../../../local-twilio/src/kernel/rest/middleware';
import { seededSids } from '../../../../local-twilio/src/kernel/sids';
import type { Switches } from '../../../../local-twilio/src/kernel/switches';
import { ids } from '../../../../local-twilio/src/account/seed/contact-centre';
import { createWorld } from '../../../../local-twilio/src/account/world';
import { contactCentre, type ContactCentre } from './contact-centre';
import { eitherWay } from './either-way';
import { createContainer, type Answer, type Send } from './run-function';
import { foreseenTokens } from './tokens';

const START_MS = Date.UTC(2026, 0, 1);
/** A Function that is not over by then hangs. */
const LONGEST_MS = 60_000;

export const environment = {
  ACCOUNT_SID: ids.account,
  AUTH_TOKEN: ids.authToken,
  DOMAIN_NAME: FUNCTIONS_DOMAIN,
  TWILIO_FLEX_WORKSPACE_SID: ids.workspace,
  TWILIO_FLEX_SYNC_SID: ids.syncService,
  PARKING_SYNC_SID: parkingSyncService,
  WAKE_LINK_SECRET: 'a secret of thirty-two characters',
} as const;

export interface DeskOptions {
  /** Fixed in either way: for what depends on them. */
  readonly switches?: Partial<Switches>;
  /** How long each Twilio call takes; it takes effect when it answers. */
  readonly latencyMs?: number;
  readonly settings?: FeatureSettings;
  /** Who accepted needs no event; off shows what happens without TaskRouter's events. */
  readonly taskEvents?: boolean;
}

/** `park_interaction` of the Flex configuration. */
export type FeatureSettings = Readonly<{ enabled: boolean; show_list: boolean } & Record<string, unknown>>;

/** The built Functions on the local Twilio in one process, on a clock that only moves when nothing else can. */
export interface Desk extends ContactCentre {
  /** Called with each answer of a webhook's Function. */
  readonly webhookAnswers: { readonly path: string; readonly answer: Answer }[];
  /** How many requests that may change something the Functions sent to Twilio. */
  readonly writeRequests: () => number;
  /** What the Functions logged. */
  readonly logs: string[];
}

/** Loads definitions, SDK and Functions, so that no test pays for it and no virtual time passes meanwhile. */
export async function warmUp(): Promise<void> {
  await Promise.all(Object.keys(products).map((host) => productOf(host as ProductHost)));
  const desk = openDesk();
  desk.available('ada');
  const served = await desk.serve('ada');
  await desk.park('ada', served);
  await desk.unpark('ada', served.conversationSid);
}

/** How long that may take on a busy machine. */
export const WARM_UP_MS = 60_000;

export function openDesk({ switches, latencyMs = 0, settings, taskEvents = true }: DeskOptions = {}): Desk {
  const webhookAnswers: Desk['webhookAnswers'] = [];
  const logs: string[] = [];
  let writeRequests = 0;
  const clock = virtualClock(START_MS);
  const world = createWorld({
    clock,
    sids: seededSids('functions'),
    syncServices,
    ...eitherWay(switches),
    async deliver({ url, params }) {
      const { pathname, searchParams } = new URL(url);
      const path = pathname.slice(1);
      const answer = await run(path, { ...Object.fromEntries(searchParams), ...params });
      webhookAnswers.push({ path, answer });
      return answer;
    },
  });
  const send: Send = async ({ method, url, headers, body }) => {
    if (method.toUpperCase() !== 'GET' && url.host !== 'iam.twilio.com') writeRequests += 1;
    if (latencyMs > 0) await new Promise<void>((resolve) => void clock.schedule(latencyMs, resolve));
    const { host, pathname: path, searchParams } = url;
    const foreseen = host === 'iam.twilio.com' ? foreseenTokens[JSON.parse(body).token] : undefined;
    if (foreseen) return { status: 200, body: foreseen };
    const query = readQuery(searchParams);
    const answer = await world.dispatch({ method: method.toUpperCase(), host, path, query, headers, body });
    return { status: answer.status, body: JSON.parse(JSON.stringify(answer.body)) };
  };
  const run = createContainer({ clock, send, log: (line) => logs.push(line) }, environment);

  /** Lets everything that can happen now happen, then the next millisecond, until `over`. */
  const drive = async (over: () => boolean): Promise<void> => {
    for (let passedMs = 0; passedMs <= LONGEST_MS; passedMs += 1) {
      await new Promise((resolve) => setImmediate(resolve));
      if (over()) return;
      clock.advance(1);
    }
    throw new Error('it does not come to rest');
  };
  const settled = () => drive(() => world.deliveries().every(({ outcome }) => outcome !== null));

  const call = async (path: string, fields: Readonly<Record<string, unknown>>): Promise<Answer> => {
    let over = false;
    const answering = run(path, fields).finally(() => {
      over = true;
    });
    answering.catch(() => undefined);
    await drive(() => over);
    return answering;
  };

  world.flex.setConfiguration(configurationOf(settings));
  if (taskEvents) world.taskRouter.setEventCallback(`https://${FUNCTIONS_DOMAIN}/webhooks/taskrouter-event`);
  return { ...contactCentre({ world, call, settled }), webhookAnswers, logs, writeRequests: () => writeRequests };
}

/** The Flex configuration that switches the feature on. */
export function configurationOf(settings: FeatureSettings = { enabled: true, show_list: true }) {
  const features = { park_interaction: settings };
  return {
    ui_attributes: { custom_data: { serverless_functions_url: `https://${FUNCTIONS_DOMAIN}`, features } },
  };
}
