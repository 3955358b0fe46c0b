/** @jest-environment node */
import {
  COUNTDOWN_MS,
  silenceStep,
  type SilenceFacts,
  type SilenceStep,
} from '../../../plugin-src/parking/state/silence';

const MINUTE_MS = 60_000;
const ANSWERED_MS = Date.parse('2026-03-04T12:00:00Z');
const DUE_MS = ANSWERED_MS + 15 * MINUTE_MS;

/** The agent has answered, and the 15 minutes are just over. */
const DUE: SilenceFacts = {
  nowMs: DUE_MS,
  parkAfterMs: 15 * MINUTE_MS,
  mayPark: true,
  isWriting: false,
  lastWords: { atMs: ANSWERED_MS, answeredAtMs: ANSWERED_MS },
  cameAtMs: ANSWERED_MS - MINUTE_MS,
  keptAtMs: undefined,
  countingSinceMs: undefined,
};
const nothing: SilenceStep = { kind: 'nothing' };
const countDownFrom = (sinceMs: number): SilenceStep => ({ kind: 'count-down', parkAtMs: sinceMs + COUNTDOWN_MS });

describe('when the customer is silent', () => {
  it.each<[string, Partial<SilenceFacts>, SilenceStep]>([
    ['the countdown begins when the time is over', {}, countDownFrom(DUE_MS)],
    ['before that there is a moment to wait for', { nowMs: DUE_MS - 1 }, { kind: 'wait', untilMs: DUE_MS }],
    ['the countdown goes on', { nowMs: DUE_MS + 20_000, countingSinceMs: DUE_MS }, countDownFrom(DUE_MS)],
    ['it is parked at its end', { nowMs: DUE_MS + COUNTDOWN_MS, countingSinceMs: DUE_MS }, { kind: 'park' }],
    ['a late timer parks as well', { nowMs: DUE_MS + 35_000, countingSinceMs: DUE_MS }, { kind: 'park' }],
    [
      'a countdown that the computer slept through begins again',
      { nowMs: DUE_MS + 60 * MINUTE_MS, countingSinceMs: DUE_MS },
      countDownFrom(DUE_MS + 60 * MINUTE_MS),
    ],
    [
      'after a reload the countdown begins again',
      { nowMs: DUE_MS + 10_000, countingSinceMs: undefined },
      countDownFrom(DUE_MS + 10_000),
    ],
    ['nothing happens while the setting is off', { parkAfterMs: null }, nothing],
    ['nothing happens where Park cannot be pressed', { mayPark: false }, nothing],
    ['nothing happens while the agent is writing', { isWriting: true }, nothing],
    ['writing stops the countdown', { nowMs: DUE_MS + 5, countingSinceMs: DUE_MS, isWriting: true }, nothing],
    ['nothing happens when nobody has spoken', { lastWords: undefined }, nothing],
    [
      'nothing happens when the customer spoke last',
      { lastWords: { atMs: ANSWERED_MS, answeredAtMs: undefined } },
      nothing,
    ],
    [
      'words from before the task came are no answer: it has come back for the agent to see',
      { cameAtMs: ANSWERED_MS + 1 },
      nothing,
    ],
    [
      'the silence counts from the newest message, of a bot too',
      { lastWords: { atMs: ANSWERED_MS + MINUTE_MS, answeredAtMs: ANSWERED_MS } },
      { kind: 'wait', untilMs: DUE_MS + MINUTE_MS },
    ],
    [
      'Keep makes it count anew',
      { nowMs: DUE_MS + 10_000, countingSinceMs: DUE_MS, keptAtMs: DUE_MS + 10_000 },
      { kind: 'wait', untilMs: DUE_MS + 10_000 + 15 * MINUTE_MS },
    ],
    [
      'after Keep there is a whole countdown again',
      { nowMs: DUE_MS + 16 * MINUTE_MS, keptAtMs: DUE_MS + MINUTE_MS, countingSinceMs: DUE_MS },
      countDownFrom(DUE_MS + 16 * MINUTE_MS),
    ],
  ])('%s', (_, changes, expected) => {
    expect(silenceStep({ ...DUE, ...changes })).toEqual(expected);
  });
});
