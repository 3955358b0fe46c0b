/** @jest-environment node */
import { customers } from './support/contact-centre';
import { openDesk, WARM_UP_MS, warmUp, type FeatureSettings } from './support/desk';
import { it } from './support/either-way';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

beforeAll(warmUp, WARM_UP_MS);

/** Ada answers, goes home with the conversation open, and somebody else's desktop looks after the rest. */
async function leftOpen(settings: Partial<FeatureSettings> = {}) {
  const desk = openDesk({ settings: { enabled: true, show_list: true, ...settings } });
  desk.available('ada');
  const served = await desk.serve('ada');
  desk.world.conversations.addMessage(served.conversationSid, {
    source: 'SDK',
    author: desk.person('ada').identity,
    body: 'I will look',
  });
  desk.away('ada');
  desk.world.clock.advance(23 * HOUR_MS + 32 * MINUTE_MS);
  await desk.call('flex/reconcile', { Token: desk.token('ben') });
  desk.world.clock.advance(HOUR_MS);
  await desk.settled();
  return { desk, served };
}

describe('a conversation that an agent left open for a day', () => {
  it('is parked before Twilio deletes its task, and the customer still finds somebody', async () => {
    const { desk, served } = await leftOpen();
    expect(desk.record(served.conversationSid)).toMatchObject({ state: 'parked' });
    expect(desk.row('ada', served.conversationSid)).toBeDefined();
    await desk.writes(customers.web, 'Any news?');
    expect(desk.openTasks(served.conversationSid)).toHaveLength(1);
  });

  it('is nobody’s when the account wants nothing done about it', async () => {
    const { desk, served } = await leftOpen({ before_task_expires: 'nothing' });
    await desk.writes(customers.web, 'Any news?');
    expect(desk.record(served.conversationSid)).toBeUndefined();
    expect(desk.openTasks(served.conversationSid)).toHaveLength(0);
  });
});
