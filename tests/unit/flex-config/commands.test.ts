/** @jest-environment node */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parkInteraction } from '../../../flex-config/schema/park-interaction';

import { docs, outcomeOf, show, validate } from '../../../flex-config/commands';
import { ENVIRONMENTS_FOLDER } from '../../../flex-config/environment-files';

const MARKERS = [
  '<!-- settings: start (npm run config -- docs --write docs/settings.md) -->',
  '<!-- settings: end -->',
] as const;

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'flex-config-'));
  write('common.json', '{ "ui_attributes": { "custom_data": { "features": { "park_interaction": {} } } } }');
});

afterEach(() => rmSync(folder, { recursive: true }));

function write(file: string, text: string): string {
  writeFileSync(join(folder, file), text);
  return join(folder, file);
}

function writeFeature(env: string, feature: unknown): void {
  write(`${env}.json`, JSON.stringify({ ui_attributes: { custom_data: { features: { park_interaction: feature } } } }));
}

const allowed = Object.keys(parkInteraction.shape).join(', ');

describe('flex-config validate', () => {
  it('accepts the environments that come with the project', () => {
    expect(validate({ env: 'local', folder: ENVIRONMENTS_FOLDER })).toEqual({ exitCode: 0, lines: ['local: ok'] });
    expect(validate({ env: 'example', folder: ENVIRONMENTS_FOLDER })).toEqual({ exitCode: 0, lines: ['example: ok'] });
  });

  it('puts what is common under the key that the environment has', () => {
    write(
      'common.json',
      '{ "ui_attributes": { "custom_data": { "features": { "park_interaction": { "wrap_up": true } } } } }',
    );
    const features = { conversation_parking: { enabled: true } };
    write('staging.json', JSON.stringify({ ui_attributes: { custom_data: { features } } }));
    expect(validate({ env: 'staging', folder }).lines).toEqual(['staging: ok']);
    expect(JSON.parse(show({ env: 'staging', folder }).lines.join(''))).toEqual({
      ui_attributes: { custom_data: { features: { conversation_parking: { wrap_up: true, enabled: true } } } },
    });
  });

  it('refuses the key of the public template beside our own', () => {
    const features = { park_interaction: { enabled: false }, conversation_parking: { enabled: true } };
    write('staging.json', JSON.stringify({ ui_attributes: { custom_data: { features } } }));
    expect(validate({ env: 'staging', folder })).toEqual({
      exitCode: 1,
      lines: [
        'staging: ui_attributes.custom_data.features.park_interaction is the public template’s while conversation_parking is there: set it in the template’s own files',
      ],
    });
  });

  it('names each wrong path of the environment and fails', () => {
    writeFeature('staging', { enabled: 'yes', list: true });
    expect(validate({ env: 'staging', folder })).toEqual({
      exitCode: 1,
      lines: [
        'staging: ui_attributes.custom_data.features.park_interaction.enabled must be true or false',
        `staging: ui_attributes.custom_data.features.park_interaction.list is not a setting; allowed are ${allowed}`,
      ],
    });
  });

  it('checks every environment when none is named, and fails if one is wrong', () => {
    writeFeature('good', { enabled: false });
    writeFeature('wrong', { enabled: 1 });
    expect(validate({ folder })).toEqual({
      exitCode: 1,
      lines: ['good: ok', 'wrong: ui_attributes.custom_data.features.park_interaction.enabled must be true or false'],
    });
  });

  it('leaves the address of the Functions to the account', () => {
    writeFeature('staging', { enabled: true });
    expect(validate({ env: 'staging', folder })).toEqual({ exitCode: 0, lines: ['staging: ok'] });
  });

  it('refuses what belongs to others, wherever it stands', () => {
    write('staging.json', '{ "ui_attribute": {}, "ui_attributes": { "custom_data": { "features": { "chat": 1 } } } }');
    expect(validate({ env: 'staging', folder })).toEqual({
      exitCode: 1,
      lines: [
        'staging: ui_attribute is not ours to set; allowed here are ui_attributes',
        'staging: ui_attributes.custom_data.features.chat is not ours to set; allowed here are park_interaction, conversation_parking',
      ],
    });
  });
});

describe('flex-config, when a file is not as it should be', () => {
  it('says which environments there are', () => {
    writeFeature('staging', {});
    expect(outcomeOf(() => show({ env: 'production', folder }))).toEqual({
      exitCode: 1,
      lines: ['There is no environment "production". There are: staging.'],
    });
  });

  it('does not read outside of its folder', () => {
    expect(outcomeOf(() => show({ env: '../secrets', folder })).exitCode).toBe(1);
  });

  it('names the file with broken JSON in one line', () => {
    write('staging.json', '{\n  "ui_attributes": \n}');
    const { exitCode, lines } = outcomeOf(() => validate({ env: 'staging', folder }));
    expect(exitCode).toBe(1);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/staging\.json is not valid JSON: [^\n]+$/);
  });

  it('names the file that holds no object', () => {
    write('staging.json', '[]');
    expect(outcomeOf(() => validate({ env: 'staging', folder })).lines[0]).toMatch(/staging\.json must contain a JSON/);
  });

  it('passes on what is a defect', () => {
    expect(() =>
      outcomeOf(() => {
        throw new TypeError('a defect');
      }),
    ).toThrow('a defect');
  });
});

describe('flex-config show', () => {
  it('prints common with the environment on top', () => {
    write('common.json', '{ "ui_attributes": { "a": 1, "b": 1 } }');
    write('staging.json', '{ "ui_attributes": { "b": 2 } }');
    const { lines } = show({ env: 'staging', folder });
    expect(JSON.parse(lines.join('\n'))).toEqual({ ui_attributes: { a: 1, b: 2 } });
  });
});

describe('flex-config docs', () => {
  it('prints a row for each setting', () => {
    const table = docs({}).lines.join('\n');
    expect(table).toMatch(/\| `features\.park_interaction\.enabled` +\| true or false +\| `false` +\|/);
    expect(table).toMatch(/\| `serverless_functions_url` +\| https address +\| none +\|/);
  });

  it('writes the table between the markers, keeps the rest, and is then content', () => {
    const file = write('settings.md', `before\n\n${MARKERS[0]}\nold\n${MARKERS[1]}\n\nafter\n`);
    expect(docs({ check: file })).toMatchObject({ exitCode: 1 });
    docs({ write: file });
    expect(readFileSync(file, 'utf8')).toBe(
      `before\n\n${MARKERS[0]}\n\n${docs({}).lines.join('\n')}\n\n${MARKERS[1]}\n\nafter\n`,
    );
    expect(docs({ check: file })).toEqual({ exitCode: 0, lines: [`${file}: ok`] });
  });

  it('asks for the markers where there are none', () => {
    const file = write('settings.md', 'nothing here\n');
    expect(outcomeOf(() => docs({ write: file }))).toMatchObject({ exitCode: 1 });
    expect(readFileSync(file, 'utf8')).toBe('nothing here\n');
  });
});
