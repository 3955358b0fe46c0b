/** @jest-environment node */
import { PARKED_TASK, sid } from '../support/fixtures';
import { codeOfRefusal, DOMAIN } from './fake-ports';
import { leftovers, NOTHING, OTHERS_ATTRIBUTES, recordOf, writes } from './fake-world';
import { openDesk, type Desk } from './parking-desk';

const BEFORE_THE_PIVOT = ['records.create', 'wakeWebhooks.create', 'list.put', 'interactions.release'];
const AFTER_THE_PIVOT = ['conversations.putAttributes', 'conversations.newestMessages', 'records.replace'];

describe('a failure before the agent is released', () => {
  describe.each(BEFORE_THE_PIVOT)('in %s', (call) => {
    it.each([
      ['unavailable', 'twilio-unavailable'],
      ['rate-limited', 'rate-limited'],
      ['refused', 'internal-error'],
    ] as const)('(%s) leaves the agent where they were and nothing behind', async (fault, code) => {
      const { world, faults, ...desk } = openDesk();
      faults.fail(call, fault);
      expect(await codeOfRefusal(desk.park())).toBe(code);
      expect(leftovers(world)).toEqual(NOTHING);
      expect(world.tasks.get(PARKED_TASK)?.status).toBe('assigned');
    });

    it('can be followed by another press of Park that works', async () => {
      const { world, faults, ...desk } = openDesk();
      faults.fail(call, 'unavailable');
      await codeOfRefusal(desk.park());
      expect(await desk.park()).toMatchObject({ status: 'parked' });
      expect(leftovers(world).records).toEqual(['parked']);
    });
  });

  it.each(['records.create', 'wakeWebhooks.create', 'list.put'])(
    'in %s whose answer was lost leaves nothing once reconcile has run',
    async (call) => {
      const { world, faults, ...desk } = openDesk();
      faults.fail(call, 'lost-answer');
      expect(await codeOfRefusal(desk.park())).toBe('twilio-unavailable');
      expect(world.tasks.get(PARKED_TASK)?.status).toBe('assigned');
      await desk.reconcileLater();
      expect(leftovers(world)).toEqual(NOTHING);
      expect(world.tasks.get(PARKED_TASK)?.status).toBe('assigned');
    },
  );

  it.each(['wakeWebhooks.remove', 'list.remove', 'records.remove', 'conversations.putAttributes'])(
    'whose clean-up fails too, in %s, is finished by reconcile',
    async (call) => {
      const { world, faults, ...desk } = openDesk();
      faults.fail('interactions.release', 'unavailable');
      faults.fail(call, 'unavailable', 2);
      expect(await codeOfRefusal(desk.park())).toBe('twilio-unavailable');
      faults.fail(call, 'unavailable', 0);
      await desk.reconcileLater();
      expect(leftovers(world)).toEqual(NOTHING);
    },
  );

  it('does not count a reply that the agent can still see', async () => {
    const { world, faults, ...desk } = openDesk();
    faults.fail('interactions.release', 'unavailable');
    faults.before('interactions.release', async () => {
      for (const message of writes(world)) await desk.wake(message);
    });
    await codeOfRefusal(desk.park());
    expect(leftovers(world)).toEqual(NOTHING);
    expect(world.invites).toHaveLength(0);
  });
});

describe('a failure once the agent is released', () => {
  it.each(AFTER_THE_PIVOT)('in %s is a success all the same', async (call) => {
    const { world, faults, ...desk } = openDesk();
    faults.before('records.create', () => faults.fail(call, 'unavailable'));
    expect(await desk.park()).toMatchObject({ status: 'parked' });
    expect(world.tasks.get(PARKED_TASK)?.status).toBe('completed');
    expect(world.webhooks.size).toBe(1);
  });

  it('in marking the record parked is made good by reconcile', async () => {
    const { world, faults, ...desk } = openDesk();
    faults.fail('records.replace', 'unavailable');
    await desk.park();
    expect(recordOf(world)?.state).toBe('parking');
    await desk.reconcileLater();
    expect(recordOf(world)?.state).toBe('parked');
    expect(world.webhooks.size).toBe(1);
  });

  it('in marking the record parked does not lose the customer who writes next', async () => {
    const { world, faults, ...desk } = openDesk();
    faults.fail('records.replace', 'unavailable');
    await desk.park();
    for (const message of writes(world)) expect(await desk.wake(message)).toEqual({ status: 'routed' });
    expect(world.invites).toHaveLength(1);
  });

  it('in routing a reply is left to the next event, and the answer is still a success', async () => {
    const { world, faults, ...desk } = openDesk();
    faults.before('records.create', () => writes(world));
    faults.fail('interactions.invite', 'unavailable');
    expect(await desk.park()).toMatchObject({ status: 'returned' });
    expect(recordOf(world)?.state).toBe('parked');
    await desk.reconcileLater();
    expect(world.invites).toHaveLength(1);
  });
});

describe('a release whose answer was lost', () => {
  it('is a success when it took effect', async () => {
    const { world, faults, ...desk } = openDesk();
    faults.fail('interactions.release', 'lost-answer');
    expect(await desk.park()).toMatchObject({ status: 'parked' });
    expect(leftovers(world).records).toEqual(['parked']);
    expect(faults.calls.filter((call) => call === 'interactions.release')).toHaveLength(1);
  });

  it('is repeated when it did not', async () => {
    const { world, faults, ...desk } = openDesk();
    faults.fail('interactions.release', 'lost-request');
    expect(await desk.park()).toMatchObject({ status: 'parked' });
    expect(world.tasks.get(PARKED_TASK)?.status).toBe('completed');
  });

  it('is unconfirmed when it cannot be known, keeps the wake path, and reconcile ends it while the agent is there', async () => {
    const { world, faults, ...desk } = openDesk();
    faults.fail('interactions.release', 'lost-request', 2);
    expect(await codeOfRefusal(desk.park())).toBe('park-unconfirmed');
    expect(world.webhooks.size).toBe(1);
    await desk.reconcileLater();
    expect(leftovers(world)).toEqual(NOTHING);
    expect(world.tasks.get(PARKED_TASK)?.status).toBe('assigned');
  });

  it('means “released” when Twilio does not find the agent any more and the task is over', async () => {
    const { world, faults, ...desk } = openDesk();
    faults.fail('interactions.release', 'not-found');
    faults.before('interactions.release', () => {
      const task = world.tasks.get(PARKED_TASK);
      if (task) world.tasks.set(PARKED_TASK, { ...task, status: 'completed' });
    });
    expect(await desk.park()).toMatchObject({ status: 'parked' });
  });
});

/** A webhook whose creation was sent long ago and lands only now. */
function landsLate({ world }: Desk, parkId: string): void {
  const createdAtMs = world.clock.nowMs();
  world.webhooks.set(sid('WH', 66), { sid: sid('WH', 66), parkId, functionsDomain: DOMAIN, createdAtMs });
}

describe('a call that lands after everything was taken away', () => {
  it('is taken away by reconcile, for the record waits for it', async () => {
    const desk = openDesk();
    desk.faults.fail('wakeWebhooks.create', 'lost-request');
    await codeOfRefusal(desk.park());
    landsLate(desk, recordOf(desk.world)?.park.parkId ?? 'gone');
    await desk.reconcileLater();
    expect(leftovers(desk.world)).toEqual(NOTHING);
  });

  it('is waited for also when the park worked and its conversation closed at once', async () => {
    const desk = openDesk();
    desk.faults.fail('interactions.release', 'lost-answer');
    await desk.park();
    const parkId = recordOf(desk.world)?.park.parkId ?? 'gone';
    desk.world.conversation = { state: 'closed', attributes: JSON.stringify(OTHERS_ATTRIBUTES) };
    expect(await codeOfRefusal(desk.unpark())).toBe('conversation-closed');
    landsLate(desk, parkId);
    await desk.reconcileLater();
    expect(leftovers(desk.world)).toEqual(NOTHING);
  });
});
