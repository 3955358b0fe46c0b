import { sid } from '../support/fixtures';
import { holds, recordOf } from './fake-world';
import { openDesk, type Desk } from './parking-desk';

/** As many parked conversations as said; their records are all that the run sees of them. */
export async function manyParked(count: number) {
  const desk = openDesk();
  await desk.park();
  const record = recordOf(desk.world);
  if (!record) throw new Error('nothing is parked');
  for (let nth = 2; nth <= count; nth += 1) {
    const park = { ...record.park, conversationSid: sid('CH', nth), showList: false };
    holds(desk.world, { state: 'parked', park, traces: record.traces }, park.conversationSid);
  }
  return desk;
}

/** Looking at one conversation takes this long. Returns the conversations that were looked at. */
export function slowTwilio({ ports, world }: Desk, delayMs: number): Set<string> {
  const seen = new Set<string>();
  const { fetch } = ports.conversations;
  ports.conversations.fetch = (conversation) => {
    seen.add(conversation);
    world.clock.advance(delayMs);
    return fetch(conversation);
  };
  return seen;
}
