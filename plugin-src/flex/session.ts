import type { Manager } from '@twilio/flex-ui';

import { workerSid, type WorkerSid } from '../../serverless-functions/src/contract/sids';

/** Whoever is logged in to this Flex. */
export interface Session {
  /** Undefined for a Flex user without a TaskRouter worker. */
  workerSid: WorkerSid | undefined;
  /** The Flex token of this moment; Flex renews it. */
  token(): string;
  onTokenRenewed(listener: (token: string) => void): void;
  onSessionEnded(listener: () => void): void;
  /** BCP 47 tag of the language that this user sees Flex in; undefined while Flex has none but English. */
  localeTag: string | undefined;
}

/** Source: twilio.com/docs/flex/developer/ui/manager */
export function createSession(manager: Manager): Session {
  const worker = workerSid.safeParse(manager.workerClient?.sid);
  return {
    workerSid: worker.success ? worker.data : undefined,
    token: () => manager.user.token,
    onTokenRenewed: (listener) => manager.events.on('tokenUpdated', () => listener(manager.user.token)),
    onSessionEnded: (listener) => manager.events.on('tokenExpired', listener),
    localeTag: localeTagOf(manager),
  };
}

/** Until Flex's own localization is on for an account, it says its default and not the account's language. */
function localeTagOf({ configuration, localization }: Manager): string | undefined {
  const isJustDefault = !localization || String(localization.localeSource) === 'flex default';
  return isJustDefault ? (configuration?.language ?? localization?.localeTag) : localization.localeTag;
}
