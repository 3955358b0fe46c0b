import type { FlexToken } from '../viewer';

export type SyncKind = 'map' | 'list' | 'document';

/** An item as browsers see it; `name` is a map's key or a list's index. */
export interface SyncItemView {
  readonly name: string | number;
  readonly data: unknown;
  readonly revision: number;
  readonly lastEventId: number;
  readonly createdAtMs: number;
  readonly updatedAtMs: number;
  readonly expiresAtMs: number | null;
}

export interface SyncObjectView {
  readonly kind: SyncKind;
  readonly sid: string;
  readonly uniqueName: string | null;
  readonly serviceSid: string;
  readonly revision: number;
  readonly lastEventId: number;
  readonly createdAtMs: number;
  readonly updatedAtMs: number;
  readonly expiresAtMs: number | null;
  readonly createdBy: string;
  /** Documents only. */
  readonly data?: unknown;
  /** In order of key or index. */
  items(): readonly SyncItemView[];
}

/** A place where Sync objects come from. `name` is a SID or a unique name. */
export interface SyncSource {
  find(viewer: FlexToken, kind: SyncKind, name: string): SyncObjectView | undefined;
}
