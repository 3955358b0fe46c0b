/** @jest-environment node */
import { everyone } from '../../../../serverless-functions/src/parking/desk/everyone';
import { preview } from '../../../../serverless-functions/src/parking/desk/preview';
import { ADA, aPark, BEN, GRACE, PARKED_AT_MS, PARKED_TASK, sid, SOFIA, TASK_ATTRIBUTES } from '../support/fixtures';
import { courtesyText, mayWrite } from '../../../../serverless-functions/src/parking/domain/courtesy';
import { codeOfRefusal } from './fake-ports';
import { holds, recordOf, SETTINGS, writes } from './fake-world';
import { CONVERSATION, openDesk } from './parking-desk';

const courtesyMessage = { en: 'Back soon.', de: 'Bis gleich.', 'pt-BR': 'Já volto.' };

async function parkedDesk() {
  const desk = openDesk();
  await desk.park();
  return desk;
}

describe('the courtesy message', () => {
  it('is sent once per park, after the agent has gone, and wakes nothing', async () => {
    const desk = openDesk();
    desk.world.settings = { ...SETTINGS, courtesyMessage };
    expect(await desk.park()).toMatchObject({ status: 'parked' });
    await desk.park();
    await desk.reconcileLater();
    expect(desk.world.said).toEqual(['Back soon.']);
    expect(recordOf(desk.world)?.state).toBe('parked');
  });

  it('is not repeated when its answer is lost, and spoils no park', async () => {
    const desk = openDesk();
    desk.world.settings = { ...SETTINGS, courtesyMessage };
    desk.faults.fail('conversations.say', 'lost-request');
    expect(await desk.park()).toMatchObject({ status: 'parked' });
    expect(desk.world.said).toEqual([]);
  });

  it('is not sent to a customer who is served at once, nor when the park fails', async () => {
    const desk = openDesk();
    desk.world.settings = { ...SETTINGS, courtesyMessage };
    desk.faults.fail('interactions.release', 'unavailable');
    await codeOfRefusal(desk.park());
    desk.faults.before('records.create', () => writes(desk.world));
    expect(await desk.park()).toMatchObject({ status: 'returned' });
    expect(desk.world.said).toEqual([]);
  });

  it.each([
    ['de', 'Bis gleich.'],
    ['DE-AT', 'Bis gleich.'],
    ['pt-br', 'Já volto.'],
    ['fr', 'Back soon.'],
    [undefined, 'Back soon.'],
    [7, 'Back soon.'],
  ])('for language %s is “%s”', (language, text) => expect(courtesyText(courtesyMessage, language)).toBe(text));

  it('is none when none is configured', () => expect(courtesyText({}, 'en')).toBeUndefined());

  it.each([
    ['web', undefined, true],
    ['sms', undefined, true],
    ['whatsapp', undefined, false],
    ['whatsapp', 86_399_999, true],
    ['whatsapp', 86_400_000, false],
    ['messenger', 86_400_000, false],
  ])('on %s, %s ms after the customer’s last message, may be sent: %s', (channelType, agoMs, may) => {
    const lastCustomerMessageAtMs = agoMs === undefined ? undefined : PARKED_AT_MS - agoMs;
    const park = aPark({ channelType, ...(lastCustomerMessageAtMs !== undefined && { lastCustomerMessageAtMs }) });
    expect(mayWrite(park, PARKED_AT_MS)).toBe(may);
  });
});

describe('the preview', () => {
  const ask = { conversationSid: CONVERSATION };

  it('shows who wrote what, oldest first, and stores nothing', async () => {
    const { ports, world } = await parkedDesk();
    world.messages = [
      { index: 0, author: 'grace', participantSid: GRACE.participantSid },
      { index: 1, author: 'ada', participantSid: sid('MB', 8) },
      { index: 2, author: 'bot_2Dx' },
    ];
    const before = JSON.stringify([...world.documents.values()]);
    const answer = await preview(ports, ask, Promise.resolve(ADA));
    expect(answer.messages.map(({ from, author, body }) => [from, author, body])).toEqual([
      ['customer', 'grace', 'message 0'],
      ['agent', 'ada', 'message 1'],
      ['other', 'bot-x', 'message 2'],
    ]);
    expect(answer.more).toBe(false);
    expect(JSON.stringify([...world.documents.values()])).toBe(before);
    expect(world.log.join()).not.toContain('message 0');
  });

  it('is for those who may unpark the conversation', async () => {
    const { ports, faults } = await parkedDesk();
    expect(await codeOfRefusal(preview(ports, ask, Promise.resolve(BEN)))).toBe('not-your-park');
    expect(faults.calls).not.toContain('conversations.readMessages');
    expect(await preview(ports, ask, Promise.resolve(SOFIA))).toMatchObject({ status: 'preview' });
  });

  it('is of parked conversations only', async () => {
    const { ports } = openDesk();
    expect(await codeOfRefusal(preview(ports, ask, Promise.resolve(SOFIA)))).toBe('not-parked');
  });
});

describe('everybody’s parked interactions', () => {
  it('are for supervisors and admins', async () => {
    const { ports, faults } = await parkedDesk();
    faults.calls.length = 0;
    expect(await codeOfRefusal(everyone(ports, {}, Promise.resolve(ADA)))).toBe('not-permitted');
    expect(faults.calls).toEqual([]);
  });

  it('come from the records, without any list, and say who parked and what needs a person', async () => {
    const desk = openDesk();
    desk.world.settings = { ...SETTINGS, showList: false };
    await desk.park();
    desk.faults.fail('interactions.invite', 'not-found');
    await codeOfRefusal(desk.unpark());
    const { items, nextCursor } = await everyone(desk.ports, {}, Promise.resolve(SOFIA));
    expect(items).toMatchObject([
      { conversationSid: CONVERSATION, agentName: 'ada', state: 'parked', problem: 'channel-gone' },
    ]);
    expect(nextCursor).toBeUndefined();
    expect(JSON.stringify(items)).not.toContain(PARKED_TASK);
  });

  it('come a page at a time, each once', async () => {
    const { ports, world } = await parkedDesk();
    for (let nth = 2; nth <= 120; nth += 1) holds(world, recordOf(world), sid('CH', nth));
    const sizes: number[] = [];
    let cursor: string | undefined;
    for (let page = 0; page < 5 && (page === 0 || cursor); page += 1) {
      const answer = await everyone(ports, cursor ? { cursor } : {}, Promise.resolve(SOFIA));
      sizes.push(answer.items.length);
      cursor = answer.nextCursor;
    }
    expect(sizes).toEqual([50, 50, 20]);
  });

  it.each(['parkedAtMs', 'lastCustomerMessageAtMs'])(
    'are shown also when one says a time that is none (%s)',
    async (field) => {
      const { ports, world } = await parkedDesk();
      const record = recordOf(world);
      holds(
        world,
        { ...record, park: { ...record?.park, [field]: 1e21, conversationSid: sid('CH', 2) } },
        sid('CH', 2),
      );
      const answer = await everyone(ports, { version: 2 }, Promise.resolve(SOFIA));
      expect(answer.items.length + (answer.unreadable?.length ?? 0)).toBe(2);
    },
  );

  it('are an empty list when nothing is parked', async () => {
    const answer = await everyone(openDesk().ports, {}, Promise.resolve(SOFIA));
    expect(answer).toEqual({ status: 'everyone', items: [] });
  });

  it('lets whoever may see them be told of changes, with the first page, and needs no luck with that', async () => {
    const { faults, ports, world } = openDesk();
    faults.fail('board.letWatch', 'unavailable');
    await everyone(ports, {}, Promise.resolve(SOFIA));
    await everyone(ports, { cursor: '50' }, Promise.resolve(SOFIA));
    expect([...world.watchers]).toEqual([]);
    await everyone(ports, {}, Promise.resolve(SOFIA));
    expect([...world.watchers]).toEqual([SOFIA.identity]);
    await codeOfRefusal(everyone(ports, {}, Promise.resolve(ADA)));
    expect(world.watchers.has(ADA.identity)).toBe(false);
  });
});

describe('the name of the agent who parked', () => {
  const namesShown = async (desk: ReturnType<typeof openDesk>) => {
    const { items } = await everyone(desk.ports, {}, Promise.resolve(SOFIA));
    for (const message of writes(desk.world)) await desk.wake(message);
    const { parkInteraction } = JSON.parse(desk.world.invites[0]?.attributes ?? '{}');
    return [items[0]?.agentName, parkInteraction.agentName];
  };

  it('is their full name, on the supervisors’ board and on the next agent’s card', async () => {
    const desk = openDesk();
    desk.world.settings = { ...SETTINGS, askForNote: true };
    desk.world.names.set(ADA.workerSid, 'Ada Okafor');
    await desk.park();
    expect(await namesShown(desk)).toEqual(['Ada Okafor', 'Ada Okafor']);
  });

  it('is their user name when the full one cannot be read, which spoils no park', async () => {
    const desk = openDesk();
    desk.world.settings = { ...SETTINGS, askForNote: true };
    desk.world.names.set(ADA.workerSid, 'Ada Okafor');
    desk.faults.fail('workers.nameOf', 'unavailable');
    expect(await desk.park()).toMatchObject({ status: 'parked' });
    expect(await namesShown(desk)).toEqual(['ada', 'ada']);
  });
});

describe('the permission to read the list', () => {
  it('is given to the agent who parks, and only with a list', async () => {
    const desk = await parkedDesk();
    expect([...desk.world.readers]).toEqual([ADA.identity]);
    const without = openDesk();
    without.world.settings = { ...SETTINGS, showList: false };
    await without.park();
    expect([...without.world.readers]).toEqual([]);
  });

  it('spoils no park when it cannot be given', async () => {
    const desk = openDesk();
    desk.faults.fail('list.letAgentRead', 'unavailable');
    expect(await desk.park()).toMatchObject({ status: 'parked' });
  });
});

describe('the note', () => {
  it('travels with the row and with the new task', async () => {
    const desk = openDesk();
    desk.world.settings = { ...SETTINGS, askForNote: true };
    await desk.park(ADA, { reason: 'bank', note: 'call on Monday' });
    expect([...desk.world.rows.values()][0]?.item).toMatchObject({ reason: 'bank', note: 'call on Monday' });
    for (const message of writes(desk.world)) await desk.wake(message);
    const attributes: unknown = JSON.parse(desk.world.invites[0]?.attributes ?? '');
    expect(attributes).toMatchObject({
      ...TASK_ATTRIBUTES,
      parkInteraction: { agentName: 'ada', reason: 'bank', note: 'call on Monday', timesParked: 1 },
    });
  });
});
