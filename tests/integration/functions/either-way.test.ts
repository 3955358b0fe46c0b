/** @jest-environment node */
import { otherSwitches } from '../../../local-twilio/src/kernel/switches';
import { customers } from './support/contact-centre';
import { openDesk, WARM_UP_MS, warmUp, type DeskOptions } from './support/desk';
import { everyWay } from './support/either-way';

beforeAll(warmUp, WARM_UP_MS);

/** The positions in which a park runs that is woken a day later. */
async function positionsOf(options: DeskOptions): Promise<object[]> {
  const positions: object[] = [];
  await everyWay(async (position) => {
    positions.push(position);
    const desk = openDesk(options);
    desk.available('ada');
    await desk.park('ada', await desk.serve('ada'));
    desk.world.clock.advance(25 * 60 * 60_000);
  });
  return positions;
}

describe('a test of the Functions on the local Twilio', () => {
  it('runs with the defaults, with each switch turned that it depended on, and with all turned', async () => {
    expect(await positionsOf({})).toEqual([
      {},
      { routing: 'later' },
      { inviteTask: 'later' },
      { acceptedInvites: 'vanish' },
      { syncExpiry: 'late' },
      { syncRemovedEventOnExpiry: 'silent' },
      otherSwitches,
    ]);
  });

  it('leaves a switch that it names as it is', async () => {
    const positions = await positionsOf({ switches: { syncExpiry: 'on-time' } });
    expect(positions).toEqual([
      {},
      { routing: 'later' },
      { inviteTask: 'later' },
      { acceptedInvites: 'vanish' },
      { syncRemovedEventOnExpiry: 'silent' },
      otherSwitches,
    ]);
  });

  it('names the position in which it fails', async () => {
    const fails = everyWay(async (position) => {
      const desk = openDesk();
      desk.world.conversations.addWebhook(await desk.writes(customers.web), {
        ...{ target: 'webhook', url: 'https://bot.example.com/', method: 'POST', filters: ['onMessageAdded'] },
      });
      if ('scopedWebhookMethodCase' in position) throw new Error('it broke');
    });
    await expect(fails).rejects.toThrow('with {"scopedWebhookMethodCase":"lower-only"}');
  });
});
