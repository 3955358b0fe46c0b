import { timeOf } from '../invariants/due';
import { rest } from './coming-to-rest';
import { count } from './observed';
import { reconcile } from './people';
import type { Stage } from './stage';
import { viewOf } from './view';

/** Two open desktops ask at the moment at which a parked conversation is due; then everything comes to rest again. */
export async function untilItsTime(stage: Stage): Promise<void> {
  const { clock, conversation, loop, observed, trace, world } = stage;
  const { record } = viewOf(world, conversation);
  const time = record?.state === 'parked' ? timeOf(record) : undefined;
  if (!time || conversation.state === 'closed') return;
  trace.add('run', 'ITS TIME');
  count(observed, 'its time came at last');
  await loop.pass(Math.max(0, time.dueAtMs - clock.nowMs()) + 1_000);
  const asked = [reconcile(stage), reconcile(stage, 'ben')];
  await loop.untilQuiet();
  await Promise.all(asked);
  await rest(stage, 'after its time');
}
