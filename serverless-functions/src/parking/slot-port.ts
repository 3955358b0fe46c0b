import type { ConversationSid, WorkerSid } from '../contract/sids';

/** One parked conversation of an agent. */
export interface Slot {
  workerSid: WorkerSid;
  parkId: string;
  conversationSid: ConversationSid;
}

/** Counts what each agent has parked, where that is limited. It may lag behind the records, which are the truth. */
export interface ParkedSlots {
  take(slot: Slot): Promise<void>;
  /** "Not found" is done. */
  free(slot: Omit<Slot, 'conversationSid'>): Promise<void>;
  of(worker: WorkerSid): Promise<Slot[]>;
}
