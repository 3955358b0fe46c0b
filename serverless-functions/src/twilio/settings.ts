import { createHash } from 'node:crypto';

import type { Twilio } from 'twilio';

import { writtenSettings } from '../../../flex-config/schema/account-settings';
import { featureSettings } from '../../../flex-config/schema/park-interaction-settings';
import { workflowSid } from '../contract/sids';
import { ParkingError } from '../parking/errors';
import type { CurrentSettings } from '../parking/domain/settings';
import type { Clock, Log, Settings } from '../parking/ports';
import type { Calls } from './calls';

/** How long settings are used before they are read again. */
const FRESH_FOR_MS = 60_000;

/** What a Functions container remembers between invocations. */
export interface SettingsCache {
  last?: { settings: CurrentSettings; readAtMs: number };
}

/**
 * The feature's settings from the Flex Configuration API; the last good ones while it cannot be read. A wrong setting
 * costs only itself, and is named in the log.
 */
export function createSettings(
  client: Twilio,
  calls: Calls,
  { cache, clock, log }: { cache: SettingsCache; clock: Clock; log: Log },
): Settings {
  async function read(): Promise<CurrentSettings> {
    const { uiAttributes, taskrouterTargetWorkflowSid } = await calls.read(() =>
      client.flexApi.v1.configuration().fetch(),
    );
    const { settings, problems, isReadable } = featureSettings(uiAttributes);
    const lastGood = isReadable ? undefined : cache.last?.settings;
    for (const { path, message, ...problem } of problems) {
      const instead = lastGood ? 'the last good settings count' : problem.instead;
      log('settings', 'not-as-written', { path, message, instead });
    }
    return {
      ...(lastGood ?? settings),
      mark: lastGood?.mark ?? markOf(uiAttributes),
      defaultWorkflowSid: workflowSid.safeParse(taskrouterTargetWorkflowSid).data,
    };
  }

  return {
    async current() {
      const { last } = cache;
      if (last && clock.nowMs() - last.readAtMs < FRESH_FOR_MS) return last.settings;
      try {
        const settings = await read();
        cache.last = { settings, readAtMs: clock.nowMs() };
        return settings;
      } catch (error) {
        if (last) return last.settings;
        throw new ParkingError('configuration-unavailable', { cause: error });
      }
    },
  };
}

/** Of what is written, and not of what it means: new Functions, which know more settings, are no change of settings. */
function markOf(uiAttributes: unknown): string {
  const written = JSON.stringify(writtenSettings(uiAttributes) ?? {});
  return createHash('sha256').update(written).digest('hex').slice(0, 16);
}
