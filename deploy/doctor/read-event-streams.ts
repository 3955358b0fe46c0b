import { z } from 'zod';

import { featureSettings } from '../../flex-config/schema/park-interaction-settings';
import type { Account } from '../account/account';
import type { AccountState } from '../state';
import { eventCallbackOwner, eventUrl } from '../steps/event-callback';
import { domainOf } from '../steps/step';
import type { EventStreams, SinkFacts } from './facts';

/** twilio.com/docs/events/event-streams/sink-resource; the specification says that it may come as text, too. */
const configuration = z.union([z.string().transform(parsedJson), z.unknown()]).pipe(
  z.object({
    destination: z.string(),
    method: z
      .string()
      .transform((method) => method.toUpperCase())
      .default('POST'),
  }),
);

/** Which sinks send to our Function, and what. Only read where the workspace's event callback does not do it. */
export async function readEventStreams(account: Account, state: AccountState): Promise<EventStreams> {
  const domain = domainOf(state);
  const { settings } = featureSettings(state.uiAttributes);
  if (!domain || settings.taskrouterEvents !== 'event-streams' || eventCallbackOwner(state) === 'ours') {
    return { kind: 'not-read' };
  }
  try {
    return { kind: 'read', sinks: await readSinks(account, eventUrl(domain)) };
  } catch {
    // A key may be kept from Event Streams; everything else can be looked at all the same.
    return { kind: 'unreadable' };
  }
}

async function readSinks({ client }: Account, url: string): Promise<SinkFacts[]> {
  const { sinks, subscriptions } = client.events.v1;
  const [allSinks, allSubscriptions] = await Promise.all([
    sinks.list({ limit: 1000 }),
    subscriptions.list({ limit: 1000 }),
  ]);
  const ours = allSinks.flatMap(({ sid, status, sinkType, sinkConfiguration }) => {
    const read = configuration.safeParse(sinkConfiguration);
    const isOurs = sinkType === 'webhook' && read.success && read.data.destination === url;
    return isOurs ? [{ sid, status, method: read.data.method }] : [];
  });
  return Promise.all(
    ours.map(async (sink) => {
      const own = allSubscriptions.filter(({ sinkSid }) => sinkSid === sink.sid);
      const events = await Promise.all(own.map(({ sid }) => subscriptions(sid).subscribedEvents.list({ limit: 1000 })));
      return { ...sink, types: events.flat().map(({ type }) => type) };
    }),
  );
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
