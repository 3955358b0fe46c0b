import type { FlexRole, FlexToken } from '../../kernel/browser/viewer';
import type { Sid } from '../../kernel/sids';

export type { FlexRole, FlexToken };

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
