import type { Fault } from '../../kernel/faults';
import type { WebhookFault } from '../../kernel/webhook-faults';
import type { FunctionLine } from './log';

/** What the control page shows, section by section; each has its newest rows and how many there are in all. */
export interface Overview {
  readonly agents: Section<AgentRow>;
  readonly tasks: Section<TaskRow>;
  readonly conversations: Section<ConversationRow>;
  readonly sync: Section<SyncRow>;
  readonly webhooks: Section<WebhookRow>;
  readonly calls: Section<CallRow>;
  readonly functions: Section<FunctionRow>;
  readonly faults: Section<Fault>;
  readonly webhookFaults: Section<WebhookFault>;
}

export type SectionName = keyof Overview;

export interface Section<Row> {
  readonly total: number;
  readonly rows: readonly Row[];
}

export interface AgentRow {
  readonly username: string;
  readonly fullName: string;
  readonly roles: readonly string[];
  readonly workerSid: string;
  readonly activity: string;
  readonly available: boolean;
  /** Channels with work on them, such as `chat 1/3`. */
  readonly load: readonly string[];
}

export interface TaskRow {
  readonly sid: string;
  readonly customer: string;
  readonly channel: string;
  readonly queue: string;
  readonly status: string;
  readonly priority: number;
  readonly reservations: readonly { readonly sid: string; readonly agent: string; readonly status: string }[];
  readonly createdAtMs: number;
}

export interface ConversationRow {
  readonly sid: string;
  readonly name: string;
  readonly channel: string;
  readonly state: string;
  readonly participants: readonly string[];
  readonly lastMessage: string | null;
  readonly messageCount: number;
  readonly webhookCount: number;
  readonly updatedAtMs: number;
}

export interface SyncRow {
  readonly sid: string;
  readonly kind: 'document' | 'map' | 'list';
  readonly name: string;
  readonly service: string;
  readonly itemCount: number | null;
  readonly revision: number;
  readonly expiresAtMs: number | null;
  readonly updatedAtMs: number;
}

export interface WebhookRow {
  readonly number: number;
  readonly at: string;
  readonly event: string;
  readonly url: string;
  /** Such as `200`, `no answer in 5000 ms`, or `under way`. */
  readonly outcome: string;
  readonly ok: boolean | null;
  readonly durationMs: number | null;
}

export interface CallRow {
  readonly number: number;
  readonly at: string;
  readonly operation: string;
  readonly method: string;
  readonly path: string;
  /** 0 when the answer was lost by a fault. */
  readonly status: number;
  readonly durationMs: number;
}

export interface FunctionRow extends FunctionLine {
  readonly number: number;
}

/** Sent to the page: the sections that changed, and what time it is there. */
export interface ControlNews {
  readonly nowMs: number;
  readonly sections: Partial<Overview>;
}
