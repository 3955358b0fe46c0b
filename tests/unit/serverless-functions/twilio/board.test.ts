/** @jest-environment node */
import { createBoard, noWatchers } from '../../../../serverless-functions/src/twilio/board';
import { Calls } from '../../../../serverless-functions/src/twilio/calls';
import { fakeClock } from '../support/fake-clock';
import { fakeTwilio, type HttpAnswer } from '../support/fake-http';
import { sid, SOFIA } from '../support/fixtures';

const maps = `/v1/Services/${sid('IS')}/Maps`;
const map = `${maps}/ParkedInteractionsBoard`;

/** Sync with or without the map of the boards. */
function open({ exists }: { exists: boolean }) {
  let there = exists;
  const http = fakeTwilio(({ method, path }): HttpAnswer => {
    if (method === 'POST' && path === maps) there = true;
    return there ? { status: 200, body: { unique_name: 'ParkedInteractionsBoard' } } : { status: 404 };
  });
  const watchers = noWatchers();
  const clock = fakeClock(7);
  const calls = new Calls(clock, { callUntilMs: 1e9, retryUntilMs: 1e9 });
  const board = () => createBoard(http.client, calls, { serviceSid: sid('IS'), watchers, nowMs: clock.nowMs });
  return { ...http, board, calls, clock };
}

describe('the supervisors’ boards', () => {
  it('are told of a change with one call that says nothing about it', async () => {
    const { board, sent } = open({ exists: true });
    await board().changed();
    expect(sent).toMatchObject([{ method: 'POST', path: `${map}/Items/changed`, form: { Data: '{"atMs":7}' } }]);
  });

  it.each([{ status: 429 }, { status: 404 }, { status: 503 }, 'lost-answer' as const])(
    'are told once: %p is nobody’s trouble, and nothing to look after',
    async (fault) => {
      const { board, calls, fail, sent } = open({ exists: true });
      fail('POST', fault);
      await board().changed();
      expect(sent).toHaveLength(1);
      expect(calls.hadLostAnswers()).toBe(false);
    },
  );

  it('may be watched by a supervisor, who can only read; asked once per container', async () => {
    const { board, sent } = open({ exists: true });
    await board().letWatch(SOFIA.identity);
    await board().letWatch(SOFIA.identity);
    const form = { Read: 'true', Write: 'false', Manage: 'false' };
    expect(sent).toMatchObject([{ method: 'POST', path: `${map}/Permissions/sofia`, form }]);
  });

  it('begin with the first supervisor who looks', async () => {
    const { board, sent } = open({ exists: false });
    await board().letWatch(SOFIA.identity);
    expect(sent.map(({ path }) => path)).toEqual([
      `${map}/Permissions/sofia`,
      maps,
      `${map}/Items`,
      `${map}/Permissions/sofia`,
    ]);
  });
  it('are told nothing for a minute after there was none', async () => {
    const { board, clock, sent } = open({ exists: false });
    await board().changed();
    await board().changed();
    clock.advance(59_999);
    await board().changed();
    expect(sent).toHaveLength(1);
    clock.advance(1);
    await board().changed();
    expect(sent).toHaveLength(2);
  });

  it('are told at once when one opens meanwhile', async () => {
    const { board, sent } = open({ exists: false });
    await board().changed();
    await board().letWatch(SOFIA.identity);
    await board().changed();
    expect(sent.at(-1)).toMatchObject({ method: 'POST', path: `${map}/Items/changed` });
  });

  it.each([{ status: 429 }, { status: 503 }, 'lost-answer' as const])(
    'are told of the next change also when this one could not be told (%j)',
    async (fault) => {
      const { board, fail, sent } = open({ exists: true });
      fail('POST', fault);
      await board().changed();
      await board().changed();
      expect(sent).toHaveLength(2);
    },
  );
});
