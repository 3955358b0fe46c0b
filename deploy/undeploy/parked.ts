import type { Caller } from '../../serverless-functions/src/parking/caller';
import { cleanUp } from '../../serverless-functions/src/parking/clean-up';
import { codeOf } from '../../serverless-functions/src/parking/errors';
import type { Ports, Stored } from '../../serverless-functions/src/parking/ports';
import { unpark } from '../../serverless-functions/src/parking/unpark/unpark';

/** What becomes of the conversations that are parked. */
export type ForParked = 'unpark' | 'leave';

/** Whoever runs the command acts on all parks, as an admin does in Flex. */
const admin = (stored: Stored): Caller => ({
  workerSid: stored.record.park.agent.workerSid,
  identity: '',
  roles: ['admin'],
});

/** Brings one record to its end; returns why that was not possible, or undefined. */
export async function settleParked(ports: Ports, stored: Stored, how: ForParked): Promise<string | undefined> {
  const { record } = stored;
  switch (record.state) {
    case 'parking':
    case 'unparking':
      return 'somebody is at it just now';
    case 'returning':
      await cleanUp(ports, record, { webhook: true });
      return undefined;
    case 'parked':
      return how === 'unpark' ? unparked(ports, stored) : silenced(ports, stored);
  }
}

async function unparked(ports: Ports, stored: Stored): Promise<string | undefined> {
  const { conversationSid } = stored.record.park;
  try {
    await unpark(ports, { conversationSid, routeTo: 'workflow' }, Promise.resolve(admin(stored)));
    return undefined;
  } catch (error) {
    const code = codeOf(error);
    return code === 'conversation-closed' || code === 'conversation-not-found' ? undefined : code;
  }
}

/** Takes away only the webhook: the record stays, and the next deployment's reconcile arms it again. */
async function silenced(ports: Ports, { record }: Stored): Promise<string | undefined> {
  const { conversationSid, parkId } = record.park;
  try {
    const ours = (await ports.wakeWebhooks.list(conversationSid)).filter((webhook) => webhook.parkId === parkId);
    await Promise.all(ours.map(({ sid }) => ports.wakeWebhooks.remove(conversationSid, sid)));
    return undefined;
  } catch (error) {
    return codeOf(error);
  }
}
