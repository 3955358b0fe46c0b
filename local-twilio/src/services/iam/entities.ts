import type { Sid } from '../../kernel/sids';

/** Flex's own roles; others are possible, so treat a role as open text. */
export type FlexRole = 'agent' | 'supervisor' | 'admin' | (string & {});

export interface FlexUser {
  readonly sid: Sid<'FU'>;
  /** Short name, also the host name of the desktop: `ada` for ada.localhost. */
  readonly username: string;
  /** Chat identity, as Flex encodes it: `ada_40example_2Ecom`. */
  readonly identity: string;
  readonly fullName: string;
  readonly email: string;
  readonly roles: readonly FlexRole[];
  readonly workerSid: Sid<'WK'>;
}

export interface FlexToken {
  readonly token: string;
  readonly username: string;
  readonly identity: string;
  readonly roles: readonly FlexRole[];
  readonly workerSid: Sid<'WK'>;
  readonly flexUserSid: Sid<'FU'>;
  readonly expiresAtMs: number;
}
