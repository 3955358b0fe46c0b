import type { Alert, AlertBody } from './domain/alert';

/** Which alerts somebody has been told of already. */
export interface AlertsTold {
  /** Notes that this one is told now; false where it was told before. */
  note(alert: Pick<Alert, 'parkId' | 'kind'>): Promise<boolean>;
}

export interface AlertPost {
  /** Sends it to an https address, signed, within a second and a half. Throws where it was not taken. */
  send(url: string, body: AlertBody): Promise<void>;
}
