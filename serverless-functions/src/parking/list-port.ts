import type { ListItem } from '../contract/list-item';
import type { ConversationSid, SyncMapSid, WorkerSid } from '../contract/sids';
import type { Park, Traces } from './domain/record';

export type ListItemRef = NonNullable<Traces['listItem']>;

export type ListItemKey = Pick<ListItem, 'workerSid' | 'conversationSid' | 'parkId'>;

export interface ParkedList {
  /** Writes or overwrites the row; 0 seconds: without end. Undefined when the agent has no map yet. */
  put(item: ListItem, ttlSeconds: number): Promise<ListItemRef | undefined>;
  /** Makes the agent's map, unless it is known to be there; undefined when it was there already. */
  createMap(worker: WorkerSid): Promise<SyncMapSid | undefined>;
  /** The row, if it is there and bears this park id. */
  find(item: ListItemKey): Promise<ListItemRef | undefined>;
  /** The row as it is, whatever park it is of. */
  peek(key: Omit<ListItemKey, 'parkId'>): Promise<ListItem | undefined>;
  /** Has the row say why it needs attention, if it is there and bears this park id. */
  markProblem(key: ListItemKey, problem: ListItem['problem']): Promise<void>;
  /** Removes the row if it bears this park id; a known revision saves looking. */
  remove(item: ListItemKey, revision?: string): Promise<void>;
  /** Where Sync asks for permissions (ACL), agents may read their own map and nothing else. */
  letAgentRead(agent: Pick<Park['agent'], 'workerSid' | 'identity'>): Promise<void>;
}

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

/** When a parked conversation comes back by itself. */
export interface DueTime {
  atMs: number;
  parkId: string;
  conversationSid: ConversationSid;
}

/** The due times of all that is parked, in order. A hint for who looks for what is due: the records are the truth. */
export interface DueTimes {
  /** "Is there already" is done. */
  put(time: DueTime): Promise<void>;
  /** "Not found" is done. */
  remove(time: Omit<DueTime, 'conversationSid'>): Promise<void>;
  /** The earliest ones, earliest first, with one call. */
  first(): Promise<DueTime[]>;
}

/** The supervisors' boards. */
export interface Board {
  /** Has every open board look again. Nobody depends on it: it never fails and is not waited for long. */
  changed(): Promise<void>;
  /** Lets a supervisor's browser be told, also where Sync asks for permissions (ACL). */
  letWatch(identity: string): Promise<void>;
}
