import type { Happening } from '../../bus';
import type { SyncChangeDraft } from './journal';

/** What subscribers of Sync objects are told of events. It is asked about all; those of others change nothing. */
export interface SyncChanges<E extends Happening> {
  changesFor(event: E): readonly SyncChangeDraft[];
}
