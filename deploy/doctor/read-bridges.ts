import { z } from 'zod';

import type { Account } from '../account/account';
import type { BridgeFacts } from './facts';

const CONFIGURATIONS = 'https://conversations.twilio.com/v2/ControlPlane/Configurations';
const PAGES_AT_MOST = 20;

/** In minutes. */
const channel = z.object({ statusTimeouts: z.object({ closed: z.number().nullish() }).nullish() });

/** twilio.com/docs/api/conversations/v2/Configuration; the SDK has it from version 6 on. */
const answer = z.object({
  configurations: z.array(
    z.object({
      displayName: z.string().nullish(),
      conversationsV1Bridge: z.object({ serviceId: z.string() }).nullish(),
      channelSettings: z.record(channel.nullable()).nullish(),
    }),
  ),
  meta: z.object({ nextToken: z.string().nullish() }).nullish(),
});

type Configuration = z.infer<typeof answer>['configurations'][number];

/**
 * Configurations of Conversation Orchestrator that are bridged to a service of Conversations (classic):
 * twilio.com/docs/conversations/orchestrator/guides/classic-bridge. Undefined where they cannot be read: most accounts
 * have no Orchestrator, and it stops nothing here.
 */
export async function readBridges({ client }: Account): Promise<BridgeFacts[] | undefined> {
  const found: BridgeFacts[] = [];
  let pageToken: string | undefined;
  try {
    for (let page = 0; page < PAGES_AT_MOST; page += 1) {
      const params = pageToken === undefined ? {} : { pageToken };
      const { statusCode, body } = await client.request({ method: 'get', uri: CONFIGURATIONS, params });
      if (statusCode !== 200) return undefined;
      const read = answer.parse(typeof body === 'string' ? JSON.parse(body) : body);
      found.push(...read.configurations.flatMap(bridgeOf));
      pageToken = read.meta?.nextToken || undefined;
      if (pageToken === undefined) break;
    }
  } catch {
    return undefined;
  }
  return found;
}

function bridgeOf({ displayName, conversationsV1Bridge, channelSettings }: Configuration): BridgeFacts[] {
  if (!conversationsV1Bridge) return [];
  const closesAfter = Object.entries(channelSettings ?? {}).flatMap(([name, settings]) => {
    const closed = settings?.statusTimeouts?.closed;
    return typeof closed === 'number' ? [{ channel: name, minutes: closed }] : [];
  });
  return [{ name: displayName ?? '', serviceSid: conversationsV1Bridge.serviceId, closesAfter }];
}
