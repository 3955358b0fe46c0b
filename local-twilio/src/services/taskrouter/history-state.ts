import { z } from 'zod';
import { ms, sid, type Shape } from '../../kernel/shapes';
import { countedEvents, type History, type Moment, type Spell } from './history-entities';

const moment: Shape<Moment> = z
  .object({
    event: z.enum(countedEvents),
    happenedAtMs: ms,
    taskChannelSid: sid('TC'),
    workflowSid: sid('WW').nullable(),
    queueSid: sid('WQ').nullable(),
    workerSid: sid('WK').nullable(),
    waitedMs: z.number(),
    waitedInQueueMs: z.number(),
  })
  .strict();

const spell: Shape<Spell> = z
  .object({ workerSid: sid('WK'), activitySid: sid('WA'), startedAtMs: ms, endedAtMs: ms })
  .strict();

/** Files of an earlier day have none. */
export const historyState: Shape<History> = z
  .object({ moments: z.array(moment), spells: z.array(spell) })
  .strict()
  .default({ moments: [], spells: [] });
