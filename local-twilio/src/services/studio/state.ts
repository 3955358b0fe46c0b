import { z } from 'zod';
import { bySid, ms, msOrNull, sid, textOrNull, type Shape } from '../../kernel/shapes';
import { flowDefinition } from './rules/definition';
import type { Flow } from './entities';

/** Everything that is kept; executions end with the process. */
export interface StudioStore {
  readonly flows: Map<string, Flow>;
}

const flow: Shape<Flow> = z
  .object({
    sid: sid('FW'),
    createdAtMs: ms,
    friendlyName: z.string(),
    status: z.enum(['draft', 'published']),
    definition: flowDefinition,
    revision: z.number().int(),
    commitMessage: textOrNull,
    updatedAtMs: msOrNull,
    published: flowDefinition.nullable(),
  })
  .strict();

export const studioState: Shape<StudioStore> = z.object({ flows: bySid(flow) }).strict();

export const noStudio = (): StudioStore => ({ flows: new Map() });
