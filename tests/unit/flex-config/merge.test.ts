/** @jest-environment node */
import { merge } from '../../../flex-config/merge';

describe('merging configurations', () => {
  it('prefers the higher one', () => {
    expect(merge({ a: 'lower', b: 'lower' }, { b: 'higher', c: 'higher' })).toEqual({
      a: 'lower',
      b: 'higher',
      c: 'higher',
    });
  });

  it('merges objects at any depth and keeps what only one of them has', () => {
    expect(merge({ a: { b: { c: 1, d: 2 }, e: 3 } }, { a: { b: { d: 4, f: 5 } } })).toEqual({
      a: { b: { c: 1, d: 4, f: 5 }, e: 3 },
    });
  });

  it('replaces arrays, and never merges an object with anything else', () => {
    expect(merge({ a: [1, 2], b: { c: 1 }, d: 1 }, { a: [3], b: null, d: { e: 1 } })).toEqual({
      a: [3],
      b: null,
      d: { e: 1 },
    });
  });

  it('leaves both sides as they were', () => {
    const lower = { a: { b: 1 } };
    const higher = { a: { c: [1] } };
    merge(lower, higher);
    expect([lower, higher]).toEqual([{ a: { b: 1 } }, { a: { c: [1] } }]);
  });

  it('treats a key named like a prototype as data', () => {
    const merged = merge({}, JSON.parse('{"__proto__":{"polluted":true}}'));
    expect(Object.keys(merged)).toEqual(['__proto__']);
    expect({}).not.toHaveProperty('polluted');
  });
});
