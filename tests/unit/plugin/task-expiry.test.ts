/** @jest-environment node */
import { expiryStep, type ExpiryFacts, type ExpiryStep } from '../../../plugin-src/parking/state/task-expiry';

const MINUTE_MS = 60_000;
const CREATED_MS = Date.parse('2026-03-04T12:00:00Z');
const at = (hours: number, minutes = 0) => CREATED_MS + (hours * 60 + minutes) * MINUTE_MS;

const OPEN: ExpiryFacts = {
  nowMs: at(1),
  beforeTaskExpires: 'park',
  mayPark: true,
  isWriting: false,
  createdAtMs: CREATED_MS,
  cameAtMs: at(0, 1),
  wasTold: false,
  refusedAtMs: undefined,
};
const nothing: ExpiryStep = { kind: 'nothing' };
const wait = (untilMs: number): ExpiryStep => ({ kind: 'wait', untilMs });

describe('before Twilio deletes a task', () => {
  it.each<[string, Partial<ExpiryFacts>, ExpiryStep]>([
    ['nothing happens for 23 hours', {}, wait(at(23))],
    ['the agent is told then', { nowMs: at(23) }, { kind: 'tell', parksAtMs: at(23, 30) }],
    ['they are told once', { nowMs: at(23, 1), wasTold: true }, wait(at(23, 30))],
    ['it is parked half an hour later', { nowMs: at(23, 30), wasTold: true }, { kind: 'park' }],
    ['it is parked at once when the desktop is opened later', { nowMs: at(23, 40) }, { kind: 'park' }],
    [
      'whoever is writing then gets a little longer',
      { nowMs: at(23, 30), wasTold: true, isWriting: true },
      wait(at(23, 50)),
    ],
    ['but not until it is too late', { nowMs: at(23, 50), wasTold: true, isWriting: true }, { kind: 'park' }],
    ['a refused park is tried again', { nowMs: at(23, 31), wasTold: true, refusedAtMs: at(23, 30) }, wait(at(23, 35))],
    [
      'with warn the agent is told',
      { nowMs: at(23), beforeTaskExpires: 'warn' },
      { kind: 'tell', parksAtMs: undefined },
    ],
    ['with warn nothing is parked', { nowMs: at(23, 45), beforeTaskExpires: 'warn', wasTold: true }, nothing],
    ['with warn nobody is told when the time is over', { nowMs: at(24), beforeTaskExpires: 'warn' }, nothing],
    ['with nothing, nothing happens', { nowMs: at(23, 45), beforeTaskExpires: 'nothing' }, nothing],
    ['nothing happens where Park cannot be pressed', { nowMs: at(23, 45), mayPark: false }, nothing],
    [
      'a task that was in a queue for a day is not parked as soon as it is accepted',
      { nowMs: at(26, 5), cameAtMs: at(26) },
      wait(at(26) + 23 * 60 * MINUTE_MS),
    ],
  ])('%s', (_, changes, expected) => {
    expect(expiryStep({ ...OPEN, ...changes })).toEqual(expected);
  });
});
