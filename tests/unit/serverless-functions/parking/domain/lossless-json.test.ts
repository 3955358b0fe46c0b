/** @jest-environment node */
import fc from 'fast-check';

import {
  parseJson,
  parseJsonObject,
  printJson,
} from '../../../../../serverless-functions/src/parking/domain/lossless-json';

describe('JSON of other systems', () => {
  it.each([
    '{"page":10164537216841234,"inner":[{"id":12345678901234567890}]}',
    '{"small":0.12345678901234567890123}',
    '{"huge":1e400}',
    '{"text":"10164537216841234"}',
  ])('keeps every digit of %s', (text) => {
    expect(printJson(parseJsonObject(text))).toBe(text);
  });

  it('has ordinary numbers as numbers', () => {
    expect(parseJsonObject('{"priority":5,"share":0.25}')).toEqual({ priority: 5, share: 0.25 });
  });

  it.each(['', 'text', '{', '[]', 'null', '7', '10164537216841234'])('is no object in %p', (text) => {
    expect(parseJsonObject(text)).toBeUndefined();
  });

  it('is written as everybody writes it', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = JSON.stringify(value);
        expect(JSON.parse(printJson(parseJson(text)))).toEqual(JSON.parse(text));
      }),
    );
    expect(printJson({ a: [1, { b: null }] }, 2)).toBe(JSON.stringify({ a: [1, { b: null }] }, null, 2));
  });

  it('may have a key twice: the last one counts', () => {
    expect(parseJsonObject('{"a":1,"a":2}')).toEqual({ a: 2 });
  });

  it('may have a key that every object has', () => {
    const read = parseJsonObject('{"__proto__":{"polluted":true},"constructor":1}');
    expect({}).not.toHaveProperty('polluted');
    expect(read).toHaveProperty('constructor', 1);
  });
});
