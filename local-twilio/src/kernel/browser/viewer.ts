import type { Sid } from '../sids';

/** Flex's own roles; others are possible, so treat a role as open text. */
export type FlexRole = 'agent' | 'supervisor' | 'admin' | (string & {});

/** Whoever looks at a page: what their token says of them. */
export interface FlexToken {
  readonly token: string;
  readonly username: string;
  readonly identity: string;
  readonly roles: readonly FlexRole[];
  readonly workerSid: Sid<'WK'>;
  readonly flexUserSid: Sid<'FU'>;
  readonly expiresAtMs: number;
}
