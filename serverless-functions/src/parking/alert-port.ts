import type { Alert, AlertBody } from './domain/alert';

/** Which alerts somebody has been told of already. */
export interface AlertsTold {
  /** Notes that this one is told now; false where it was told before. */
  note(alert: Pick<Alert, 'parkId' | 'kind'>): Promise<boolean>;
  /** It could not be told after all. */
  forget(alert: Pick<Alert, 'parkId' | 'kind'>): Promise<void>;
}

export interface AlertPost {
  /** Throws where nothing can be sent at all, whoever is asked. */
  ensureReady(): void;
  /** Sends it to an https address, signed, within a second and a half. Throws where it was not taken. */
  send(url: string, body: AlertBody): Promise<void>;
}
