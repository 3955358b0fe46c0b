/** @jest-environment node */
import twilio from 'twilio';
import { eventBus } from '../../../local-twilio/src/kernel/bus';
import type { WorldEvent } from '../../../local-twilio/src/account/events';
import { createFaults } from '../../../local-twilio/src/kernel/faults';
import { readForm, readJsonObject } from '../../../local-twilio/src/kernel/rest/body';
import { namedSid, seededSids } from '../../../local-twilio/src/kernel/sids';
import { signRequest } from '../../../local-twilio/src/kernel/signature';

describe('SIDs', () => {
  it('are a prefix and 32 hex digits, the same for the same seed', () => {
    const one = seededSids('seed');
    const other = seededSids('seed');
    const first = one.next('CH');
    expect(first).toMatch(/^CH[0-9a-f]{32}$/);
    expect(other.next('CH')).toBe(first);
    expect(one.next('CH')).not.toBe(first);
    expect(seededSids('another').next('CH')).not.toBe(first);
  });

  it('of named things depend on the name alone', () => {
    expect(namedSid('WK', 'ada')).toBe(namedSid('WK', 'ada'));
    expect(namedSid('WK', 'ada')).not.toBe(namedSid('WK', 'ben'));
  });
});

describe('the event bus', () => {
  const reset: WorldEvent = { type: 'world.reset' };

  it('lets an event that is raised while another is delivered wait for its turn', () => {
    const bus = eventBus<WorldEvent>();
    const seen: string[] = [];
    let raised = 0;
    bus.subscribe(() => {
      seen.push('first');
      if (raised++ === 0) bus.emit(reset);
    });
    bus.subscribe(() => seen.push('second'));
    bus.emit(reset);
    expect(seen).toEqual(['first', 'second', 'first', 'second']);
  });

  it('tells everybody although one listener throws, and reports the error', () => {
    const bus = eventBus<WorldEvent>();
    const seen: string[] = [];
    bus.subscribe(() => {
      throw new Error('broken listener');
    });
    bus.subscribe(({ type }) => seen.push(type));
    expect(() => bus.emit(reset)).toThrow('broken listener');
    bus.subscribe(() => seen.push('again'));
    expect(seen).toEqual(['world.reset']);
  });

  it('tells a listener of what it names only, in its turn among all', () => {
    const bus = eventBus<WorldEvent>();
    const seen: string[] = [];
    bus.on({ 'world.reset': () => seen.push('named') });
    bus.subscribe(() => seen.push('every'));
    bus.emit({ type: 'token.issued' });
    bus.emit(reset);
    expect(seen).toEqual(['every', 'named', 'every']);
  });

  it('tells nobody who has unsubscribed', () => {
    const bus = eventBus<WorldEvent>();
    const seen: string[] = [];
    const stop = bus.subscribe(({ type }) => seen.push(type));
    stop();
    bus.emit(reset);
    expect(seen).toEqual([]);
  });
});

describe('X-Twilio-Signature', () => {
  it.each([
    ['plain fields', { Body: 'Hello', Author: 'grace' }],
    ['text outside ASCII', { Body: 'Grüße 👋', Author: '+1555' }],
    ['no fields', {}],
  ])('is what the SDK accepts: %s', (_what, fields) => {
    const url = 'https://parking-local.twil.io/hook?park=1';
    expect(twilio.validateRequest('token', signRequest('token', url, fields), url, fields)).toBe(true);
    expect(twilio.validateRequest('token', signRequest('other', url, fields), url, fields)).toBe(false);
  });
});

describe('faults', () => {
  it('are used up one by one, those of the operation and the host', () => {
    const faults = createFaults();
    faults.add({ operationId: 'FetchService', host: 'sync.twilio.com', times: 2, when: 'before', outcome: 500 });
    expect(faults.take('FetchService', 'conversations.twilio.com')).toBeUndefined();
    expect(faults.take('FetchService', 'sync.twilio.com')).toBeDefined();
    expect(faults.list()).toMatchObject([{ times: 1 }]);
    expect(faults.take('FetchService', 'sync.twilio.com')).toBeDefined();
    expect(faults.take('FetchService', 'sync.twilio.com')).toBeUndefined();
  });

  it('of * hit any operation', () => {
    const faults = createFaults();
    faults.add({ operationId: '*', times: 1, when: 'before', outcome: 'timeout' });
    expect(faults.take('FetchTask', 'taskrouter.twilio.com')).toMatchObject({ outcome: 'timeout' });
  });
});

describe('request bodies', () => {
  it('keep a name that comes twice as a list', () => {
    expect(readForm('Filters=a&Filters=b&Url=x')).toEqual({ Filters: ['a', 'b'], Url: 'x' });
  });

  it.each(['[]', 'nope', '"text"', 'null'])('refuse %s where an object is needed, and name the field', (text) => {
    expect(() => readJsonObject(text, 'Routing')).toThrow('Routing is not a JSON object');
  });
});
