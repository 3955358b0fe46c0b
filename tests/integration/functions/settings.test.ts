/** @jest-environment node */
import { ids } from '../../../local-twilio/src/account/seed/contact-centre';
import { customers } from './support/contact-centre';
import { configurationOf, openDesk, WARM_UP_MS, warmUp } from './support/desk';
import { it } from './support/either-way';
import { stateOf } from './support/world-state';

/** The Functions remember settings for a minute. */
const REMEMBERED_MS = 60_000;

beforeAll(warmUp, WARM_UP_MS);

describe('show_list off', () => {
  it('parks and comes back without a row, a map or a mark on the conversation', async () => {
    const desk = openDesk({ settings: { enabled: true, show_list: false } });
    desk.available('ada');
    const served = await desk.serve('ada');
    const { attributes } = desk.conversation(served.conversationSid);

    const { body } = await desk.park('ada', served);

    expect(body).toEqual({ status: 'parked', conversationSid: served.conversationSid });
    expect(desk.conversation(served.conversationSid).attributes).toBe(attributes);
    expect(desk.world.sync.service(ids.syncService).maps.size).toBe(0);
    await desk.writes(customers.web);
    const back = await desk.accept('ada');
    expect(desk.attributesOf(back.taskSid)).toMatchObject({ originalRouting: { queueName: 'Support' } });
    expect(desk.record(served.conversationSid)).toBeUndefined();
  });

  it('can still be unparked by its agent', async () => {
    const desk = openDesk({ settings: { enabled: true, show_list: false } });
    desk.available('ada');
    const served = await desk.serve('ada');
    await desk.park('ada', served);
    expect((await desk.unpark('ada', served.conversationSid)).body).toMatchObject({ status: 'unparked' });
  });

  it('switched off after a park still takes that park’s row away', async () => {
    const desk = openDesk();
    desk.available('ada');
    const served = await desk.serve('ada');
    await desk.park('ada', served);
    desk.world.flex.setConfiguration(configurationOf({ enabled: true, show_list: false }));
    desk.world.clock.advance(REMEMBERED_MS);

    await desk.writes(customers.web);

    expect(desk.row('ada', served.conversationSid)).toBeUndefined();
    expect(JSON.parse(desk.conversation(served.conversationSid).attributes)).not.toHaveProperty('mapSid');
  });
});

describe('enabled off', () => {
  it('refuses a park, and nothing changes', async () => {
    const desk = openDesk({ settings: { enabled: false, show_list: true } });
    desk.available('ada');
    const served = await desk.serve('ada');
    const before = stateOf(desk.world);
    expect(await desk.park('ada', served)).toMatchObject({ status: 403, body: { code: 'parking-disabled' } });
    expect(stateOf(desk.world)).toEqual(before);
  });

  it('is the default of a configuration that does not know the feature', async () => {
    const desk = openDesk();
    desk.world.flex.setConfiguration({ ui_attributes: {} });
    desk.available('ada');
    const served = await desk.serve('ada');
    expect(await desk.park('ada', served)).toMatchObject({ status: 403, body: { code: 'parking-disabled' } });
  });

  it.each(['wakes', 'is unparked'] as const)('leaves what is parked alone: it %s as before', async (how) => {
    const desk = openDesk();
    desk.available('ada');
    const served = await desk.serve('ada');
    await desk.park('ada', served);
    desk.world.flex.setConfiguration(configurationOf({ enabled: false, show_list: false }));
    desk.world.clock.advance(REMEMBERED_MS);

    if (how === 'wakes') await desk.writes(customers.web);
    else expect((await desk.unpark('ada', served.conversationSid)).body).toMatchObject({ status: 'unparked' });

    const back = await desk.accept('ada');
    expect(await desk.park('ada', back)).toMatchObject({ status: 403, body: { code: 'parking-disabled' } });
    expect(desk.row('ada', served.conversationSid)).toBeUndefined();
  });
});

describe('a configuration that cannot be read', () => {
  it('refuses the first park, and does not stop one while it was read before', async () => {
    const desk = openDesk();
    desk.available('ada');
    const served = await desk.serve('ada');
    const unreadable = { operationId: 'FetchConfiguration', times: 4, when: 'before', outcome: 503 } as const;
    desk.world.faults.add(unreadable);
    expect(await desk.park('ada', served)).toMatchObject({
      status: 503,
      body: { code: 'configuration-unavailable' },
    });
    desk.world.faults.clear();

    await desk.park('ada', served);
    await desk.writes(customers.web);
    const back = await desk.accept('ada');
    desk.world.clock.advance(REMEMBERED_MS);
    desk.world.faults.add(unreadable);
    expect((await desk.park('ada', back)).body).toMatchObject({ status: 'parked' });
  });

  it('with a wrong setting, an unknown one and no address still parks', async () => {
    const desk = openDesk();
    const features = { park_interaction: { enabled: true, show_list: 'perhaps', show_menu: true } };
    desk.world.flex.setConfiguration({ ui_attributes: { custom_data: { features } } });
    desk.available('ada');
    const served = await desk.serve('ada');
    expect(await desk.park('ada', served)).toMatchObject({ status: 200, body: { status: 'parked' } });
  });

  it('that does not say whether parking is enabled refuses rather than guess', async () => {
    const desk = openDesk();
    const features = { park_interaction: { enabled: 'perhaps' } };
    desk.world.flex.setConfiguration({ ui_attributes: { custom_data: { features } } });
    desk.available('ada');
    const served = await desk.serve('ada');
    expect(await desk.park('ada', served)).toMatchObject({ status: 403, body: { code: 'parking-disabled' } });
    expect(desk.world.taskRouter.task(served.taskSid).assignmentStatus).toBe('assigned');
  });
});
