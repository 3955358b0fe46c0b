import type { Execution, Flow } from './entities';
import type { StudioState } from './state';

export interface FlowChanges {
  readonly status: Flow['status'];
  readonly friendlyName?: string | undefined;
  /** JSON text. */
  readonly definition?: string | undefined;
  readonly commitMessage?: string | undefined;
}

/** Studio as far as a conversation's scoped webhook with a flow as target needs it. */
export interface Studio {
  /** Throws a TwilioError for a definition that is broken, or not served here. */
  createFlow(flow: FlowChanges & { readonly friendlyName: string; readonly definition: string }): Flow;
  updateFlow(sid: string, changes: FlowChanges): Flow;
  removeFlow(sid: string): void;
  flow(sid: string): Flow;
  flows(): readonly Flow[];
  /** A published flow under a SID that is known beforehand. */
  publish(sid: Flow['sid'], definition: string): void;
  executions(): readonly Execution[];
  state(): StudioState;
}
