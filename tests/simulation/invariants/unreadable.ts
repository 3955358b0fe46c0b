import { isUnreadable } from '../run/another-version';
import { lookAtBoard } from '../run/board';
import { violate } from '../run/observed';
import type { Stage } from '../run/stage';
import { viewOf } from '../run/view';

/** While a record cannot be read nobody can tell whether its webhook is still needed: it is the customer's way back. */
export function unreadableKeepsWebhook(stage: Stage): void {
  const { world, observed } = stage;
  world.events.subscribe((event) => {
    if (event.type !== 'conversation.webhook.removed' || event.conversation.sid !== stage.conversation.sid) return;
    const { conversation, agents, openTasks, wakeWebhooks } = viewOf(world, stage.conversation);
    if (!isUnreadable(stage) || conversation.state === 'closed' || wakeWebhooks.length > 0) return;
    if (agents.length === 0 && openTasks.length === 0 && !observed.counts.has('action remove-wake-webhook'))
      violate(observed, 'an unreadable record keeps its webhook', 'the last one is gone, and so is the way back');
  });
}

/** What this version cannot read, a supervisor can see. */
export async function unreadableIsNamed(stage: Stage, when: string): Promise<void> {
  const { observed } = stage;
  if (!isUnreadable(stage) || stage.conversation.state === 'closed') return;
  const { row, isUnreadable: isNamed } = await lookAtBoard(stage);
  if (!isNamed && row?.problem === undefined && isUnreadable(stage))
    violate(observed, 'an unreadable record is named', `${when}: the board shows ${JSON.stringify(row)}`);
}
