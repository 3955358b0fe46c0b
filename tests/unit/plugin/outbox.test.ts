/** @jest-environment node */
import { createOutbox } from '../../../plugin-src/flex/outbox';
import { sid } from './support/fixtures';

const HERE = sid('CH');

function aComposer() {
  const listeners = new Map<string, (payload: unknown) => void>();
  const timers = new Set<() => void>();
  const addListener = (event: string, listener: (payload: unknown) => void) => void listeners.set(event, listener);
  const outbox = createOutbox({
    // Of Flex's managers only this is used.
    flex: { Actions: { addListener }, Notifications: { addListener } } as never,
    schedule: (run) => {
      timers.add(run);
      return () => void timers.delete(run);
    },
  });
  const tell = (event: string, payload: unknown) => listeners.get(event)?.(payload);
  const answered: unknown[] = [];
  return {
    timers,
    answered,
    ask: (conversationSid = HERE) => void outbox.isSent(conversationSid).then((isSent) => answered.push(isSent)),
    send: (payload: unknown = { body: 'Hello', conversation: { source: { sid: HERE } } }) =>
      tell('beforeSendMessage', payload),
    end: (payload: unknown = { body: 'Hello', conversation: { source: { sid: HERE } } }) =>
      tell('afterSendMessage', payload),
    fail: () => tell('beforeAddNotification', { id: 'SendMessageFailed', context: { conversationSid: HERE } }),
    notify: (notification: unknown) => tell('beforeAddNotification', notification),
  };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('what the agent has sent', () => {
  it('is with Twilio when nothing is on its way, and there is nothing to wait for', async () => {
    const { answered, ask, timers } = aComposer();
    ask();
    await settled();
    expect(answered).toEqual([true]);
    expect(timers.size).toBe(0);
  });

  it('is waited for until the last message of that conversation has its answer', async () => {
    const { answered, ask, end, send, timers } = aComposer();
    send();
    send({ body: 'And again', conversationSid: HERE });
    send({ body: 'Elsewhere', conversationSid: sid('CH', 2) });
    ask();
    end();
    await settled();
    expect(answered).toEqual([]);
    end({ body: 'And again', conversationSid: HERE });
    await settled();
    expect(answered).toEqual([true]);
    expect(timers.size).toBe(1); // elsewhere
  });

  it('is told as not sent when Flex says that sending failed, once', async () => {
    const { answered, ask, end, fail, notify, send } = aComposer();
    send();
    ask();
    notify({ id: 'AnotherNotification' });
    fail();
    end();
    await settled();
    ask();
    await settled();
    expect(answered).toEqual([false, true]);
  });

  it('is told as not sent ten seconds after it was sent', async () => {
    const { answered, ask, end, send, timers } = aComposer();
    send();
    send();
    ask();
    expect(timers.size).toBe(1);
    for (const run of timers) run();
    await settled();
    ask();
    end();
    await settled();
    expect(answered).toEqual([false, true]);
  });

  it('is not waited for later: another plugin may have stopped it without a word', async () => {
    const { answered, ask, send, timers } = aComposer();
    send();
    for (const run of timers) run();
    ask();
    await settled();
    expect(answered).toEqual([true]);
  });

  it('does not break on what it does not understand', async () => {
    const { answered, ask, end, fail, send } = aComposer();
    fail();
    for (const payload of [undefined, 'text', {}, { conversation: {} }]) {
      send(payload);
      end(payload);
    }
    ask();
    await settled();
    expect(answered).toEqual([true]);
  });
});
