/** @jest-environment node */
import { followSession } from '../../../plugin-src/flex/sync-client';

function aClient(answer: () => Promise<void>) {
  const asked: string[] = [];
  const listeners: { renewed?: (token: string) => void; ended?: () => void } = {};
  followSession(
    {
      updateToken: (token) => (asked.push(token), answer()),
      shutdown: () => (asked.push('shutdown'), answer()),
    },
    {
      onTokenRenewed: (listener) => void (listeners.renewed = listener),
      onSessionEnded: (listener) => void (listeners.ended = listener),
    },
  );
  return { asked, listeners };
}

describe('the Sync client', () => {
  it('gets each renewed token, and is shut down with the session', () => {
    const { asked, listeners } = aClient(() => Promise.resolve());
    listeners.renewed?.('next-token');
    listeners.ended?.();
    expect(asked).toEqual(['next-token', 'shutdown']);
  });

  it('says on the console what it refuses, and nothing is left unhandled', async () => {
    const said = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    const unhandled: unknown[] = [];
    const listen = (cause: unknown) => void unhandled.push(cause);
    process.on('unhandledRejection', listen);
    const { listeners } = aClient(() => Promise.reject(new Error('no connection')));
    listeners.renewed?.('next-token');
    listeners.ended?.();
    await new Promise((resolve) => setTimeout(resolve, 10));
    process.off('unhandledRejection', listen);
    const lines = said.mock.calls.length;
    said.mockRestore();
    expect([lines, unhandled]).toEqual([2, []]);
  });
});
