import type { Twilio } from 'twilio';

import { parkInteractionSettings } from '../../../flex-config/schema/park-interaction-settings';
import { workflowSid } from '../contract/sids';
import { ParkingError } from '../parking/errors';
import type { CurrentSettings } from '../parking/domain/settings';
import type { Clock, Settings } from '../parking/ports';
import type { Calls } from './calls';

/** How long settings are used before they are read again. */
const FRESH_FOR_MS = 60_000;

/** What a Functions container remembers between invocations. */
export interface SettingsCache {
  last?: { settings: CurrentSettings; readAtMs: number };
}

/** The feature's settings from the Flex Configuration API; the last good ones while it cannot be read. */
export function createSettings(
  client: Twilio,
  calls: Calls,
  { cache, clock }: { cache: SettingsCache; clock: Clock },
): Settings {
  async function read(): Promise<CurrentSettings> {
    const { uiAttributes, taskrouterTargetWorkflowSid } = await calls.read(() =>
      client.flexApi.v1.configuration().fetch(),
    );
    const parsed = parkInteractionSettings(uiAttributes);
    if (!parsed.ok) throw new ParkingError('configuration-invalid', { cause: parsed.problems });
    return { ...parsed.settings, defaultWorkflowSid: workflowSid.safeParse(taskrouterTargetWorkflowSid).data };
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
        if (error instanceof ParkingError) throw error;
        throw new ParkingError('configuration-unavailable', { cause: error });
      }
    },
  };
}
