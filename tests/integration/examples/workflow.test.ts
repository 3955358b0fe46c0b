/** @jest-environment node */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { checkWorkflows } from '../../../deploy/doctor/check-workflows';
import { ids } from '../../../local-twilio/src/account/seed/contact-centre';
import { healthyFacts } from '../../unit/deploy/account-facts';
import { customers, type Served } from '../functions/support/contact-centre';
import { openDesk, WARM_UP_MS, warmUp, type Desk } from '../functions/support/desk';
import { it } from '../functions/support/either-way';

const EXAMPLE = readFileSync(join(__dirname, '../../../docs/examples/workflow.json'), 'utf8')
  .replaceAll('WQ_SUPPORT', ids.queues.support)
  .replaceAll('WQ_SALES', ids.queues.sales);
/** The seeded workflow's; whoever lets it pass goes Offline. */
const RESERVATION_MS = 120_000;

beforeAll(warmUp, WARM_UP_MS);

/** Ada has parked a conversation; Ben has been idle for longer, so that by itself everything goes to Ben. */
async function parkedByAda(topic?: string): Promise<{ desk: Desk; served: Served }> {
  const desk = openDesk({ taskEvents: false });
  desk.world.taskRouter.configureWorkflow(ids.workflow, EXAMPLE);
  const conversationSid = await desk.writes(customers.web);
  const [task] = desk.openTasks(conversationSid);
  if (task) desk.world.taskRouter.setTaskAttributes(task.sid, JSON.stringify({ ...desk.attributesOf(task), topic }));
  desk.available('ada');
  const served = await desk.accept('ada');
  await desk.park('ada', served);
  desk.available('ben');
  return { desk, served };
}

async function reply(desk: Desk): Promise<void> {
  await desk.writes(customers.web, 'Are you there?');
}

const offeredTo = (desk: Desk) => (['ada', 'ben'] as const).filter((name) => desk.pendingReservations(name) > 0);

describe('the example workflow', () => {
  it('is what TaskRouter takes, and what the doctor finds right', () => {
    const { support, sales } = ids.queues;
    const queue = (friendlyName: string) => ({ friendlyName, hasWorkers: true });
    const workflows = [{ sid: ids.workflow, friendlyName: 'Example', configuration: EXAMPLE }];
    const lines = checkWorkflows({
      ...healthyFacts(),
      workflows,
      queues: { [support]: queue('Support'), [sales]: queue('Sales') },
    });
    expect(lines).toMatchObject([{ level: 'green', found: '1 use originalRouting, correctly' }]);
  });

  it('offers a reply to the agent who parked, although another was idle for longer', async () => {
    const { desk } = await parkedByAda();
    await reply(desk);
    expect(offeredTo(desk)).toEqual(['ada']);
    expect(desk.openTasks((await desk.accept('ada')).conversationSid)).toMatchObject([
      { direct: false, priority: 10, queueSid: ids.queues.support },
    ]);
  });

  it('does not wait for an agent who is away', async () => {
    const { desk } = await parkedByAda();
    desk.away('ada');
    await reply(desk);
    expect(offeredTo(desk)).toEqual(['ben']);
  });

  it('nor for one who is busy', async () => {
    const { desk } = await parkedByAda();
    desk.world.taskRouter.setCapacity(desk.person('ada').workerSid, 'chat', { capacity: 0 });
    await reply(desk);
    expect(offeredTo(desk)).toEqual(['ben']);
  });

  it('goes on to their queue when they do not answer in time', async () => {
    const { desk } = await parkedByAda();
    await reply(desk);
    desk.world.clock.advance(RESERVATION_MS);
    await desk.settled();
    expect(offeredTo(desk)).toEqual(['ben']);
  });

  it('goes on to their queue when they decline, and the task lives on', async () => {
    const { desk, served } = await parkedByAda();
    await reply(desk);
    const [task] = desk.openTasks(served.conversationSid);
    const [offer] = desk.world.taskRouter.activeReservations(desk.person('ada').workerSid);
    desk.world.taskRouter.answerReservation(offer?.sid ?? '', 'rejected');
    desk.away('ada');
    await desk.settled();
    expect(offeredTo(desk)).toEqual(['ben']);
    expect(desk.openTasks(served.conversationSid)).toMatchObject([{ sid: task?.sid }]);
  });

  it('brings what was parked in Sales back to Sales', async () => {
    const { desk, served } = await parkedByAda('sales');
    await reply(desk);
    expect(offeredTo(desk)).toEqual(['ada']);
    expect(desk.openTasks(served.conversationSid)).toMatchObject([{ queueSid: ids.queues.sales, priority: 10 }]);
  });

  it('leaves tasks that were never parked as they are', async () => {
    const { desk } = await parkedByAda();
    await desk.writes({ channel: 'web', address: 'hedy', name: 'Hedy' });
    expect(offeredTo(desk)).toEqual(['ben']);
  });
});
