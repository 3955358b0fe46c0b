import { FUNCTIONS_DOMAIN, syncServices } from '../../../../scripts/local-parking';
import { join } from 'node:path';

import { systemClock } from '../../../../local-twilio/src/kernel/clock';
import { seededSids } from '../../../../local-twilio/src/kernel/sids';
import { signRequest } from '../../../../local-twilio/src/kernel/signature';
import type { Switches } from '../../../../local-twilio/src/kernel/switches';
import { deliverOnLoopback } from '../../../../local-twilio/src/hosts/functions/deliver';
import { startFunctionsHost, type FunctionsHost } from '../../../../local-twilio/src/hosts/functions/host';
import { ids } from '../../../../local-twilio/src/account/seed/contact-centre';
import { createWorld, type World } from '../../../../local-twilio/src/account/world';
import { contactCentre, type ContactCentre } from './contact-centre';
import { configurationOf, environment, warmUp, type FeatureSettings } from './desk';
import type { Answer } from './run-function';

const EVENTS_PATH = '/webhooks/taskrouter-event';
const FUNCTIONS = join(__dirname, '../../../../serverless-functions/dist/functions');

export interface Post {
  /** Path and query. */
  readonly at: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly method?: string;
}

/** The built Functions in Twilio's own runtime, over HTTP; each desk is a new account behind the same host. */
export interface HostedFunctions {
  openDesk(switches?: Partial<Switches>, settings?: FeatureSettings): ContactCentre;
  post(request: Post): Promise<Answer>;
  /** Without a slash at the end. */
  readonly origin: string;
  close(): Promise<void>;
}

export async function hostFunctions(): Promise<HostedFunctions> {
  await warmUp();
  const worlds: World[] = [];
  const current = () => worlds[worlds.length - 1] ?? fail('no desk is open');
  const host: FunctionsHost = await startFunctionsHost({
    port: 0,
    folder: FUNCTIONS,
    env: { ...environment, PARKING_LOG: 'silent' },
    dispatch: (request) => current().dispatch(request),
  });
  const deliver = deliverOnLoopback((domain) => (domain === FUNCTIONS_DOMAIN ? host.port : undefined));

  async function post({ at, fields, headers = {}, method = 'POST' }: Post): Promise<Answer> {
    const body = method === 'POST' ? new URLSearchParams(fields) : undefined;
    const response = await fetch(`http://127.0.0.1:${host.port}${at}`, { method, headers, body });
    const text = await response.text();
    const json = response.headers.get('content-type')?.includes('json') ?? false;
    return {
      status: response.status,
      body: json ? JSON.parse(text) : text,
      headers: Object.fromEntries(response.headers),
    };
  }

  // The first request to a Function loads it, the first one to Twilio the SDK.
  const signature = signed(EVENTS_PATH, {});
  await Promise.all(host.paths.map((at) => post({ at, fields: {}, headers: at === EVENTS_PATH ? signature : {} })));

  return {
    post,
    origin: `http://127.0.0.1:${host.port}`,
    openDesk(switches, settings) {
      const world = createWorld({ clock: systemClock(), sids: seededSids('hosted'), syncServices, switches, deliver });
      worlds.push(world);
      world.flex.setConfiguration(configurationOf(settings));
      world.taskRouter.setEventCallback(`https://${FUNCTIONS_DOMAIN}${EVENTS_PATH}`);
      const call = (path: string, fields: Readonly<Record<string, unknown>>) =>
        post({ at: `/${path}`, fields: Object.fromEntries(Object.entries(fields).map(([k, v]) => [k, String(v)])) });
      return contactCentre({ world, call, settled: () => world.settled() });
    },
    async close() {
      for (const world of worlds) world.stop();
      await host.close();
    },
  };
}

/** As Twilio signs a webhook of this account. */
export function signed(at: string, fields: Readonly<Record<string, string>>, authToken: string = ids.authToken) {
  return { 'x-twilio-signature': signRequest(authToken, `https://${FUNCTIONS_DOMAIN}${at}`, fields) };
}

function fail(message: string): never {
  throw new Error(message);
}
