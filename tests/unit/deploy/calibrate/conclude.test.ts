/** @jest-environment node */
import { conclude } from '../../../../deploy/calibrate/conclude';
import { latenciesOf } from '../../../../deploy/calibrate/latencies';
import type { Sighting } from '../../../../deploy/calibrate/steps';

const saw = (...positions: string[]): Sighting[] => positions.map((position) => ({ question: 'q', position }));
const odd = (why: string): Sighting => ({ question: 'q', odd: why });

describe('what is concluded from what was seen', () => {
  it('is the position that was seen every time', () => {
    expect(conclude(saw('listed', 'listed'), {}, undefined)).toEqual({
      kind: 'shown',
      position: 'listed',
      asked: 2,
      agreed: 2,
    });
  });

  it('is nothing where the account did both', () => {
    const conclusion = conclude(saw('listed', 'listed', 'vanish'), {}, undefined);
    expect(conclusion).toEqual({ kind: 'unclear', why: 'listed 2 of 3 times' });
  });

  it('is what was seen once, where once proves it: a task that was late is late', () => {
    const seen = conclude(saw('at-once', 'later', 'at-once'), { proof: 'later' }, undefined);
    expect(seen).toMatchObject({ kind: 'shown', position: 'later', asked: 3, agreed: 1 });
    const never = conclude(saw('at-once', 'at-once'), { proof: 'later' }, undefined);
    expect(never).toMatchObject({ kind: 'shown', position: 'at-once', agreed: 2 });
  });

  it('keeps the figures of the position that is shown, each once', () => {
    const late: Sighting[] = [
      { question: 'q', position: 'late', found: 'about 60 s' },
      { question: 'q', position: 'late', found: 'about 60 s' },
      { question: 'q', position: 'on-time', found: 'at once' },
    ];
    expect(conclude(late, { proof: 'late' }, undefined)).toMatchObject({ found: 'about 60 s' });
  });

  it('is unclear where only something else was answered', () => {
    expect(conclude([odd('was answered 409')], {}, undefined)).toEqual({ kind: 'unclear', why: 'was answered 409' });
    expect(conclude([odd('was answered 409'), ...saw('ok')], {}, undefined)).toMatchObject({ position: 'ok' });
  });

  it('says why nothing was asked', () => {
    expect(conclude([], {}, '429 (20429) to POST flex-api Interactions')).toEqual({
      kind: 'unasked',
      why: '429 (20429) to POST flex-api Interactions',
    });
    expect(conclude([], {}, undefined)).toEqual({ kind: 'unasked', why: 'nothing was seen' });
  });
});

describe('latencies', () => {
  it('are p50 and p95 of each kind of call, the kinds in order', () => {
    const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);
    const timed = new Map([
      ['POST taskrouter Workspaces/Tasks', hundred],
      ['GET sync Services/Documents', [7.4]],
    ]);
    expect(Object.entries(latenciesOf(timed))).toEqual([
      ['GET sync Services/Documents', { calls: 1, p50Ms: 7, p95Ms: 7 }],
      ['POST taskrouter Workspaces/Tasks', { calls: 100, p50Ms: 50, p95Ms: 95 }],
    ]);
  });
});
