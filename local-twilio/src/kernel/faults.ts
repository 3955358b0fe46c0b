import { planned, type Planned } from './planned';

/** One planned failure of a REST operation. */
export interface Fault {
  /** OpenAPI operationId, such as `UpdateDocument`; `*` means any. */
  readonly operationId: string;
  /** Only requests of this host, when given: the same operationId may exist in two products. */
  readonly host?: string;
  readonly times: number;
  /** Before: it never took effect. After: it took effect, and the answer was lost. */
  readonly when: 'before' | 'after';
  /** The answer's status; `timeout` means no answer at all. */
  readonly outcome: number | 'timeout' | 'none';
  readonly latencyMs?: number;
}

export interface Faults extends Omit<Planned<Fault>, 'take'> {
  /** Uses up one turn of the first fault that fits. */
  take(operationId: string, host: string): Fault | undefined;
}

export function createFaults(): Faults {
  const faults = planned<Fault>();
  return {
    ...faults,
    take: (operationId, host) =>
      faults.take(
        (fault) =>
          (fault.operationId === '*' || fault.operationId === operationId) && (!fault.host || fault.host === host),
      ),
  };
}
