import type { DetailKind } from '../details';

/** The row whose details are shown. */
export interface Opened {
  readonly kind: DetailKind;
  readonly id: string;
}
