/** @jest-environment node */
import { FUNCTIONS_DOMAIN } from '../../../scripts/local-parking';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Switches } from '../../../local-twilio/src/kernel/switches';
import { customers, type Served } from '../functions/support/contact-centre';
import { openDesk, WARM_UP_MS, warmUp, type Desk } from '../functions/support/desk';
import { it } from '../functions/support/either-way';

const FLOW = `FW${'1'.repeat(32)}` as const;
const TIMEOUT_MINUTES = 5;
const EXAMPLE = readFileSync(join(__dirname, '../../../docs/examples/studio-flow.json'), 'utf8');
const flowAt = (domain: string) => EXAMPLE.replaceAll('FUNCTIONS_DOMAIN', domain);
/** It calls a Function that does not exist. */
const NEVER_ASKS = flowAt(FUNCTIONS_DOMAIN).replace('route-interaction', 'nothing-here');
const settings = {
  ...{ enabled: true, show_list: true, on_customer_reply: 'studio' },
  ...{ studio_flow_sid: FLOW, studio_timeout_minutes: TIMEOUT_MINUTES },
};

beforeAll(warmUp, WARM_UP_MS);

interface Parked {
  readonly desk: Desk;
  readonly served: Served;
}

async function parked(definition: string | undefined, switches: Partial<Switches> = {}): Promise<Parked> {
  const desk = openDesk({ settings, switches: { replayAfterOnCreate: 'replays', ...switches } });
  if (definition) desk.world.studio.publish(FLOW, definition);
  desk.available('ada');
  const served = await desk.serve('ada');
  await desk.park('ada', served);
  return { desk, served };
}

const reply = (desk: Desk) => desk.writes(customers.web, 'Are you there?');
const bodies = ({ desk, served }: Parked) =>
  desk.conversation(served.conversationSid).messages.map(({ author, body }) => `${author}: ${body}`);

function expectNothingLeft({ desk, served: { conversationSid } }: Parked): void {
  expect(desk.record(conversationSid)).toBeUndefined();
  expect(desk.row('ada', conversationSid)).toBeUndefined();
  expect(desk.conversation(conversationSid).webhooks.size).toBe(0);
}

describe('the example flow', () => {
  it('answers the customer and brings them to an agent, and is taken off', async () => {
    const { desk, served } = await parked(flowAt(FUNCTIONS_DOMAIN));
    await reply(desk);
    expect(desk.world.studio.executions()).toMatchObject([
      { status: 'ended', steps: ['Trigger', 'welcome_back', 'ask_for_an_agent'] },
    ]);
    expect(bodies({ desk, served }).slice(-2)).toEqual([
      'grace: Are you there?',
      'Studio: Welcome back! An agent will be with you in a moment.',
    ]);
    expect(desk.openTasks(served.conversationSid)).toMatchObject([{ direct: false }]);
    expect(desk.conversation(served.conversationSid).webhooks.size).toBe(0);
    await desk.accept('ada');
    expectNothingLeft({ desk, served });
  });

  it('runs again in the next cycle', async () => {
    const { desk, served } = await parked(flowAt(FUNCTIONS_DOMAIN));
    await reply(desk);
    await desk.park('ada', await desk.accept('ada'));
    await reply(desk);
    expect(desk.openTasks(served.conversationSid)).toHaveLength(1);
    expect(desk.world.studio.executions()).toHaveLength(2);
  });

  it('starts with the next message where Twilio does not replay the first, and there is one task', async () => {
    const { desk, served } = await parked(flowAt(FUNCTIONS_DOMAIN), { replayAfterOnCreate: 'ignored' });
    await reply(desk);
    expect(desk.openTasks(served.conversationSid)).toEqual([]);
    await reply(desk);
    expect(desk.openTasks(served.conversationSid)).toHaveLength(1);
    await desk.accept('ada');
    expectNothingLeft({ desk, served });
  });

  it.each(['reconcile', 'the next message'])(
    'that never asks for an agent is given up after its time: %s',
    async (by) => {
      const { desk, served } = await parked(NEVER_ASKS);
      await reply(desk);
      expect(desk.openTasks(served.conversationSid)).toEqual([]);
      expect(desk.row('ada', served.conversationSid)).toBeDefined();
      desk.world.clock.advance(TIMEOUT_MINUTES * 60_000);
      if (by === 'reconcile') await desk.call('flex/reconcile', { Token: desk.token('ben') });
      else await reply(desk);
      await desk.settled();
      expect(desk.openTasks(served.conversationSid)).toHaveLength(1);
      await desk.accept('ada');
      expectNothingLeft({ desk, served });
    },
  );

  it('leaves the conversation to the agent who unparks it meanwhile', async () => {
    const { desk, served } = await parked(NEVER_ASKS);
    await reply(desk);
    expect((await desk.unpark('ada', served.conversationSid)).body).toMatchObject({ status: 'unparked' });
    await desk.accept('ada');
    expectNothingLeft({ desk, served });
  });

  it('for which there is no webhook left goes by the workflow at once', async () => {
    const { desk, served } = await parked(flowAt(FUNCTIONS_DOMAIN));
    const target = 'webhook' as const;
    for (let nth = 0; nth < 4; nth += 1) {
      const url = `https://bot-${nth}.example.com/`;
      desk.world.conversations.addWebhook(served.conversationSid, { target, url, filters: ['onParticipantAdded'] });
    }
    await reply(desk);
    expect(desk.world.studio.executions()).toEqual([]);
    expect(desk.openTasks(served.conversationSid)).toHaveLength(1);
  });

  it.each([
    ['a widget that does not exist', EXAMPLE.replace('"next": "welcome_back"', '"next": "elsewhere"'), /Definition/],
    [
      'a kind of widget that is not served',
      EXAMPLE.replace('"send-message"', '"send-to-flex"'),
      /no widget send-to-flex/,
    ],
  ])('with %s is refused', (_, definition, why) => {
    expect(() => openDesk().world.studio.publish(FLOW, definition)).toThrow(why);
  });
});
