/** @jest-environment node */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { calibrationOf, readCalibration, writeCalibration } from '../../../../deploy/calibrate/calibration-file';
import { SWITCHES, type SwitchQuestion } from '../../../../deploy/calibrate/questions';
import { checkAll } from '../../../../deploy/doctor/checks';
import { describeLines } from '../../../../deploy/doctor/lines';
import { defaultSwitches, otherSwitches } from '../../../../local-twilio/src/kernel/switches';
import { parseCalibration } from '../../../../local-twilio/src/start/calibration';
import { optionsOf, UsageError, type StartFlags } from '../../../../local-twilio/src/start/flags';
import { healthyFacts } from '../account-facts';

const AT = '2026-01-05T09:00:00.000Z';
const questions: [string, SwitchQuestion][] = Object.entries(SWITCHES);

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'calibration-'));
  file = join(folder, 'calibration.json');
});

afterEach(() => rmSync(folder, { recursive: true }));

const shown = (position: string) => ({ kind: 'shown', position, asked: 3, agreed: 3 }) as const;

const flags: StartFlags = {
  port: 0,
  functionsPort: 0,
  plugin: [],
  service: [],
  desktop: false,
  syncService: [],
  env: [],
  limits: 'on',
  latency: 0,
  flexFeatures: [],
};

describe('calibration.json', () => {
  it.each([
    ['assumed', ({ assumed }: SwitchQuestion) => assumed, defaultSwitches],
    ['other', ({ otherwise }: SwitchQuestion) => otherwise, otherSwitches],
  ] as const)('turns every switch of the local Twilio to the %s position', (_which, positionOf, expected) => {
    const switches = Object.fromEntries(questions.map(([name, question]) => [name, shown(positionOf(question))]));
    writeCalibration(file, calibrationOf({ switches, observations: {} }, { at: AT, latencies: {} }));
    const log = jest.spyOn(console, 'log').mockReturnValue(undefined);
    const options = optionsOf({ ...flags, calibration: file });
    expect(options.switches).toEqual({
      ...Object.fromEntries(questions.map(([name]) => [name, Reflect.get(expected, name)])),
      limits: 'on',
    });
    expect(log.mock.calls.flat().join()).toContain(`Behaves as an account did at ${AT}`);
    log.mockRestore();
  });

  it('leaves a switch at its default where the account was not clear', () => {
    const switches = { acceptedInvites: { kind: 'unclear', why: 'both' }, inviteTask: shown('later') } as const;
    const written = calibrationOf({ switches, observations: {} }, { at: AT, latencies: {} });
    expect(parseCalibration(JSON.stringify(written)).switches).toEqual({ inviteTask: 'later' });
    expect(written.unanswered).toEqual({ acceptedInvites: 'both' });
  });

  it('says whether what no switch has is as it was assumed', () => {
    const observations = { missingInSync: shown('404 (20404)'), userFilters: shown('are refused: 400 (50365)') };
    const written = calibrationOf({ switches: {}, observations }, { at: AT, latencies: {} });
    expect(written.observations).toEqual({
      missingInSync: { found: '404 (20404)', asAssumed: true, asked: 3 },
      userFilters: { found: 'are refused: 400 (50365)', asAssumed: false, asked: 3 },
    });
  });

  it.each([
    ['no JSON', 'hello', /is no calibration: .*JSON/],
    ['another version', JSON.stringify({ version: 2, at: AT, switches: {} }), /is no calibration: version: /],
    [
      'a switch that does not exist',
      JSON.stringify({ version: 1, at: AT, switches: { colour: { position: 'red' } } }),
      /is no calibration: switches: .*colour/,
    ],
    [
      'a position that does not exist',
      JSON.stringify({ version: 1, at: AT, switches: { inviteTask: { position: 'never' } } }),
      /is no calibration: switches\.inviteTask\.position: /,
    ],
  ])('is refused by the local Twilio in one line: %s', (_case, text, message) => {
    writeFileSync(file, text);
    expect(() => optionsOf({ ...flags, calibration: file })).toThrow(UsageError);
    expect(() => optionsOf({ ...flags, calibration: file })).toThrow(message);
  });

  it('is missed by name', () => {
    expect(() => optionsOf({ ...flags, calibration: file })).toThrow(`The calibration is missing: ${file}.`);
  });
});

describe('the doctor', () => {
  const line = (calibration: ReturnType<typeof readCalibration>, nowMs = Date.UTC(2026, 0, 17, 9)) =>
    describeLines(checkAll(healthyFacts({ calibration, nowMs }))).find((one) => one.includes('Calibration'));

  it('says how old it is', () => {
    writeCalibration(file, calibrationOf({ switches: {}, observations: {} }, { at: AT, latencies: {} }));
    expect(line(readCalibration(file))).toBe(`✓ Calibration: ${file} is 12 days old`);
    expect(line(readCalibration(file), Date.UTC(2026, 0, 6, 9))).toBe(`✓ Calibration: ${file} is one day old`);
    expect(line(readCalibration(file), Date.UTC(2027, 0, 6))).toMatch(/^! Calibration: .* is 365 days old/);
  });

  it('hints at it where there is none, and finds no fault', () => {
    expect(line(readCalibration(file))).toBe(
      '✓ Calibration: none; npm run calibrate -- --env staging asks this account what the documentation leaves open',
    );
  });

  it('says that it cannot be read', () => {
    writeFileSync(file, '{}');
    expect(line(readCalibration(file))).toBe(`! Calibration: ${file} cannot be read`);
  });
});
