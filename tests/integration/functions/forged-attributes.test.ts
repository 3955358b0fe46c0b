/** @jest-environment node */
import type { Served } from './support/contact-centre';
import { WARM_UP_MS, warmUp } from './support/desk';
import { it } from './support/either-way';
import { openFloor, type Floor } from './support/floor';
import { stateOf } from './support/world-state';

beforeAll(warmUp, WARM_UP_MS);

/** Agents can write the attributes of their own tasks in the browser, so these are hints like the request's fields. */
async function parkWithForgedTask(floor: Floor, forged: Partial<Served>) {
  const { desk, adaServes } = floor;
  const named = { ...adaServes, ...forged };
  const attributes = {
    ...desk.attributesOf(adaServes.taskSid),
    conversationSid: named.conversationSid,
    channelSid: named.conversationSid,
    flexInteractionSid: named.interactionSid,
    flexInteractionChannelSid: named.channelSid,
  };
  desk.world.taskRouter.setTaskAttributes(adaServes.taskSid, JSON.stringify(attributes));
  await desk.settled();
  const before = stateOf(desk.world);
  const answer = await desk.park('ada', named);
  return { answer, before };
}

describe('an agent who forges the attributes of their own task', () => {
  it.each(['benServes', 'benParked', 'adaParked'] as const)(
    'cannot park the conversation of %s with it',
    async (whose) => {
      const floor = await openFloor();
      const { conversationSid } = floor[whose];
      const { answer, before } = await parkWithForgedTask(floor, { conversationSid });
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(stateOf(floor.desk.world)).toEqual(before);
    },
  );

  it.each(['benServes', 'benParked'] as const)('cannot park all of %s with it', async (whose) => {
    const floor = await openFloor();
    const { taskSid: _own, ...others } = floor[whose];
    const { answer, before } = await parkWithForgedTask(floor, others);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(stateOf(floor.desk.world)).toEqual(before);
  });
});
