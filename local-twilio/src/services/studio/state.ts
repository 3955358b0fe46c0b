import { z } from 'zod';
import { bySid, ms, msOrNull, sid, textOrNull, type Kept } from '../../kernel/shapes';
import { flowDefinition } from './rules/definition';

export const flow = z
  .object({
    sid: sid('FW'),
    createdAtMs: ms,
    friendlyName: z.string(),
    /** Of the newest revision. */
    status: z.enum(['draft', 'published']),
    definition: flowDefinition,
    revision: z.number().int(),
    commitMessage: textOrNull,
    updatedAtMs: msOrNull,
    /** What runs: a draft changes nothing until it is published. */
    published: flowDefinition.nullable(),
  })
  .strict();

export const studioState = z.object({ flows: bySid(flow) }).strict();

/** Executions end with the process. */
export type StudioState = Kept<typeof studioState>;

export const noStudio = (): StudioState => ({ flows: new Map() });
