/** @jest-environment node */
import type { FunctionsClient } from '../../../plugin-src/flex/functions-client';
import { createCompleteCommand } from '../../../plugin-src/parking/commands/complete';
import { createText } from '../../../plugin-src/parking/strings/text';
import { TRANSLATIONS } from '../../../plugin-src/parking/strings/translations';
import { aConversation, aTask, sid } from './support/fixtures';

type CompleteFunction = FunctionsClient['completeParked'];

const says =
  (status: 'completed' | 'leave-to-flex'): CompleteFunction =>
  async ({ taskSid }) => ({ ok: true, answer: { status, taskSid } });

const inState = (current: string) => aConversation({ source: { state: { current } } });

type Held = ReturnType<typeof aConversation> | undefined;

function aDesk(answer: CompleteFunction, conversation: () => Held = () => inState('active')) {
  const requests: unknown[] = [];
  const notifications: unknown[][] = [];
  const complete = createCompleteCommand({
    functions: { completeParked: (request) => (requests.push(request), answer(request)) },
    notify: (...said) => void notifications.push(said),
    text: createText(TRANSLATIONS['en-US'], () => undefined),
    conversation,
  });
  return { complete, requests, notifications };
}

const wrapping = aTask({ status: 'wrapping' });

describe('completing a task', () => {
  it('asks the Function about one in wrap-up, and is done when that is', async () => {
    const desk = aDesk(says('completed'));
    expect(await desk.complete(wrapping)).toBe('completed');
    expect(desk.requests).toMatchObject([{ taskSid: wrapping.taskSid, conversationSid: sid('CH') }]);
  });

  it('is for Flex when the Function says so', async () => {
    expect(await aDesk(says('leave-to-flex')).complete(wrapping)).toBe('by-flex');
  });

  it.each([
    ['that is not in wrap-up', aTask({ status: 'accepted' })],
    ['that is no messaging task', aTask({ status: 'wrapping', attributes: {} })],
    ['that is not there', undefined],
  ])('is for Flex without asking for a task %s', async (_, task) => {
    const desk = aDesk(says('completed'));
    expect(await desk.complete(task)).toBe('by-flex');
    expect(desk.requests).toEqual([]);
  });

  it('is for Flex without asking when the conversation has certainly ended', async () => {
    const desk = aDesk(says('completed'), () => inState('closed'));
    expect(await desk.complete(wrapping)).toBe('by-flex');
    expect(desk.requests).toEqual([]);
  });

  it('is asked for when Flex has no such conversation', async () => {
    const desk = aDesk(says('completed'), () => undefined);
    expect(await desk.complete(wrapping)).toBe('completed');
  });

  it('is never left to Flex when it is not known, and the agent is told', async () => {
    const failure = { code: 'no-answer', message: 'no answer' } as const;
    const desk = aDesk(async () => ({ ok: false, failure }));
    await expect(desk.complete(wrapping)).rejects.toMatchObject({ code: 'no-answer' });
    expect(desk.notifications).toMatchObject([['ParkInteractionCompleteFailed', { customerName: 'Grace' }]]);
  });
});
