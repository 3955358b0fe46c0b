import { FUNCTIONS_DOMAIN } from '../../../scripts/local-parking';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { World } from '../../../local-twilio/src/account/world';
import type { Stage } from './stage';
import { object, recordOf } from './view';

export const FLOW_SID = `FW${'1'.repeat(32)}` as const;
/** How long the flow has before the workflow takes over. */
export const FLOW_TIMEOUT_MS = 2 * 60_000;

/** A flow starts as soon as it is attached, and the record says so one call later. */
const BEFORE_THE_RECORD_MS = 1_000;

const EXAMPLE = join(__dirname, '../../../docs/examples/studio-flow.json');
let definition: string | undefined;

/** The example flow, run by the local Twilio's own Studio: it answers the customer and calls route-interaction. */
export function publishFlow({ studio }: World): void {
  definition ??= readFileSync(EXAMPLE, 'utf8').replaceAll('FUNCTIONS_DOMAIN', FUNCTIONS_DOMAIN);
  studio.publish(FLOW_SID, definition);
}

/** When a flow's time with the conversation ends, in milliseconds; undefined when no flow has it. */
export function flowUntilMs({ world, conversation }: Pick<Stage, 'world' | 'conversation'>): number | undefined {
  const untilMs = object(recordOf(world, conversation.sid)?.flow)?.untilMs;
  return typeof untilMs === 'number' ? untilMs : undefined;
}

/** The flow called while it had the conversation; a call may come a moment before the record says so. */
export function hasFlowAsked(stage: Stage): boolean {
  const untilMs = flowUntilMs(stage);
  if (untilMs === undefined) return false;
  const sinceMs = untilMs - FLOW_TIMEOUT_MS - BEFORE_THE_RECORD_MS;
  return stage.observed.invocations.some(({ name, startedAtMs }) => name.startsWith('route#') && startedAtMs > sinceMs);
}
