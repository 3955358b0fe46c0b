/** @jest-environment node */
import { readEnvironment } from '../../../../serverless-functions/src/http/runtime';
import { createLog } from '../../../../serverless-functions/src/http/log';
import { CONTEXT } from './support/fake-runtime';

describe('the environment of the Functions', () => {
  it('is what they need, and nothing else of the context', () => {
    const read = readEnvironment({ ...CONTEXT, getTwilioClient: () => undefined, SECRET: 'x' });
    expect(read).toStrictEqual({ ok: true, value: { ...CONTEXT, PARKING_LOG: 'on' } });
  });

  it.each(Object.keys(CONTEXT))('needs %s', (name) => {
    expect(readEnvironment({ ...CONTEXT, [name]: undefined })).toEqual({ ok: false, names: [name] });
    expect(readEnvironment({ ...CONTEXT, [name]: '' })).toEqual({ ok: false, names: [name] });
  });

  it('names all that is missing or malformed at once', () => {
    const read = readEnvironment({ ...CONTEXT, PARKING_SYNC_SID: 'IS1', PARKING_LOG: 'loud', AUTH_TOKEN: undefined });
    expect(read).toEqual({ ok: false, names: ['AUTH_TOKEN', 'PARKING_SYNC_SID', 'PARKING_LOG'] });
  });
});

describe('the log', () => {
  const fields = { correlationId: 'c1', function: 'flex/park-interaction' };

  function linesOf(mode: 'on' | 'silent') {
    const lines: unknown[] = [];
    const spy = jest.spyOn(console, 'log').mockImplementation((line: string) => void lines.push(JSON.parse(line)));
    let nowMs = 1_000;
    const log = createLog({ fields, mode, nowMs: () => nowMs });
    nowMs += 25;
    log('release', 'done', { attempt: 2 });
    spy.mockRestore();
    return lines;
  }

  it('is one JSON line per step, with what ties the lines of one invocation', () => {
    const line = { ...fields, step: 'release', outcome: 'done', sinceStartMs: 25, attempt: 2 };
    expect(linesOf('on')).toEqual([line]);
  });

  it('can be silent', () => expect(linesOf('silent')).toEqual([]));
});
