/** @jest-environment node */
import { ids } from '../../../local-twilio/src/account/seed/contact-centre';
import type { Answer } from './support/run-function';
import type { Served } from './support/contact-centre';
import { openDesk, WARM_UP_MS, warmUp, type Desk } from './support/desk';
import { it } from './support/either-way';

/** Each call takes this long, so that the second press falls between any two of the first. */
const CALL_MS = 100;
const APART_MS = [0, 50, 100, 150];

beforeAll(warmUp, WARM_UP_MS);

function invite(desk: Desk, { interactionSid, channelSid }: Served, workerSid?: string): void {
  desk.world.flex.invite(interactionSid, channelSid, {
    workspaceSid: ids.workspace,
    workflowSid: ids.workflow,
    queueSid: ids.queues.support,
    workerSid,
    taskChannel: 'chat',
    attributes: {},
  });
}

async function openServed(): Promise<{ desk: Desk; served: Served }> {
  const desk = openDesk({ latencyMs: CALL_MS });
  desk.available('ada');
  return { desk, served: await desk.serve('ada') };
}

/** Nothing of a park is left, and the customer is where they were, with whom they were. */
function expectNothingHappened(desk: Desk, { conversationSid }: Served, identities: readonly string[]): void {
  const conversation = desk.conversation(conversationSid);
  const present = [...conversation.participants.values()].flatMap(({ identity }) => identity ?? []);
  expect(present).toEqual(expect.arrayContaining([...identities]));
  expect(conversation.state).toBe('active');
  expect(conversation.webhooks.size).toBe(0);
  expect(desk.record(conversationSid)).toBeUndefined();
  expect(desk.row('ada', conversationSid)).toBeUndefined();
}

/** https://www.twilio.com/docs/flex/developer/conversations/interactions-api/invites-subresource */
describe('an agent who was added to a conversation (docs/flex/developer/conversations/interactions-api/invites-subresource)', () => {
  it.each(APART_MS)('and the first one, who both press Park, %i ms apart, both stay', async (apartMs) => {
    const { desk, served } = await openServed();
    desk.available('ben');
    invite(desk, served, desk.person('ben').workerSid);
    const bens = await desk.accept('ben');
    const second: Promise<Answer>[] = [];
    desk.world.clock.schedule(apartMs, () => second.push(desk.park('ben', bens)));

    const first = await desk.park('ada', served);

    expect(second).toHaveLength(1);
    for (const answer of [first, ...(await Promise.all(second))])
      expect(answer).toMatchObject({ status: 409, body: { code: 'other-participants' } });
    expectNothingHappened(desk, served, [desk.person('ada').identity, desk.person('ben').identity]);
  });

  it('or is still waited for, keeps the first one from parking, and finds the customer when they accept', async () => {
    const { desk, served } = await openServed();
    desk.away('ada');
    invite(desk, served);

    const answer = await desk.park('ada', served);

    expect(answer).toMatchObject({ status: 409, body: { code: 'open-invites' } });
    expectNothingHappened(desk, served, [desk.person('ada').identity]);
    desk.available('ben');
    expect(await desk.accept('ben')).toMatchObject({ conversationSid: served.conversationSid });
  });
});
