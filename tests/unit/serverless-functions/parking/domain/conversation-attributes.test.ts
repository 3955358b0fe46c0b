/** @jest-environment node */
import {
  CONVERSATION_ATTRIBUTES_MAX_BYTES,
  parseAttributes,
  withListMark,
  withoutListMark,
} from '../../../../../serverless-functions/src/parking/domain/conversation-attributes';
import { sid } from '../../support/fixtures';

const mark = { mapSid: sid('MP'), mapItemKey: sid('CH') };
const others = { pre_engagement_data: { topic: 'refund' }, mood: 'good' };

describe('the list mark', () => {
  it('is added to what others wrote', () => {
    expect(JSON.parse(withListMark(JSON.stringify(others), mark) ?? '')).toEqual({ ...others, ...mark });
  });

  it('replaces an older one', () => {
    const old = JSON.stringify({ ...others, mapSid: sid('MP', 2), mapItemKey: sid('CH', 2) });
    expect(JSON.parse(withListMark(old, mark) ?? '')).toEqual({ ...others, ...mark });
  });

  it('starts an object when there are no attributes at all', () => {
    expect(JSON.parse(withListMark('', mark) ?? '')).toEqual(mark);
  });

  it.each(['[1,2]', '"text"', 'null', '7', '{broken'])(
    'is not written over %s, which is no JSON object',
    (attributes) => {
      expect(withListMark(attributes, mark)).toBeUndefined();
    },
  );

  it('is not written where it does not fit: 16 KiB, counted in bytes', () => {
    const room = CONVERSATION_ATTRIBUTES_MAX_BYTES - JSON.stringify({ note: '', ...mark }).length;
    const noteOf = (note: string) => withListMark(JSON.stringify({ note }), mark);
    expect(noteOf('x'.repeat(room))).toHaveLength(16_384);
    expect(noteOf('x'.repeat(room + 1))).toBeUndefined();
    expect(noteOf('x'.repeat(room - 1) + 'é')).toBeUndefined();
  });

  it('is taken away, and nothing else', () => {
    const marked = JSON.stringify({ ...others, ...mark });
    expect(JSON.parse(withoutListMark(marked, mark.mapItemKey) ?? '')).toEqual(others);
  });

  it.each([
    JSON.stringify(others),
    JSON.stringify({ ...others, mapItemKey: sid('CH', 2), mapSid: 'x' }),
    '{broken',
    '[]',
  ])('is not taken away where it is not ours: %s', (attributes) => {
    expect(withoutListMark(attributes, mark.mapItemKey)).toBeUndefined();
  });
});

describe('attributes', () => {
  it('are an object or nothing', () => {
    expect(parseAttributes('{"a":1}')).toEqual({ a: 1 });
    expect(parseAttributes('')).toEqual({});
    expect(['[]', 'null', '1', 'x'].map(parseAttributes)).toEqual([undefined, undefined, undefined, undefined]);
  });
});
