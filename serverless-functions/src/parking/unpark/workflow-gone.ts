import type { UnparkingRecord } from '../domain/record';
import { codeOf } from '../errors';
import type { Ports, Stored } from '../ports';

/**
 * The record with the account's default workflow, when its own was deleted while the conversation was parked;
 * undefined when the workflow is not what stands in the way. Never throws.
 */
export async function withDefaultWorkflow(
  ports: Ports,
  stored: Stored<UnparkingRecord>,
): Promise<Stored<UnparkingRecord> | undefined> {
  const { record } = stored;
  try {
    const deleted = record.park.task.workflowSid;
    const workflowSid = await ports.workflows.replacementOf(deleted);
    // The same one again would be asked for ever.
    if (!workflowSid || workflowSid === deleted) return undefined;
    ports.log('workflow', 'replaced-by-default', { deleted });
    const park = { ...record.park, task: { ...record.park.task, workflowSid } };
    return { ...stored, record: { ...record, park } };
  } catch (error) {
    ports.log('workflow', 'not-looked-up', { reason: codeOf(error) });
    return undefined;
  }
}
