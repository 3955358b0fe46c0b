import type { Fault } from '../../../kernel/faults';

/** The form's fields, as typed. `operation` is `*`, or `<host> <operationId>`. */
export interface FaultFields {
  readonly operation: string;
  readonly times: string;
  readonly when: string;
  readonly outcome: string;
  readonly latencyMs: string;
}

export function readFault({ operation, times, when, outcome, latencyMs }: FaultFields): Fault {
  const [host, operationId] = operation.split(' ');
  return {
    ...(operationId ? { host, operationId } : { operationId: '*' }),
    times: Math.max(1, Math.round(Number(times)) || 1),
    when: when === 'after' ? 'after' : 'before',
    outcome: outcome === 'timeout' || outcome === 'none' ? outcome : Number(outcome),
    ...(Number(latencyMs) > 0 ? { latencyMs: Math.round(Number(latencyMs)) } : {}),
  };
}
