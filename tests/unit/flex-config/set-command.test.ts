/** @jest-environment node */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { set } from '../../../flex-config/set-command';

const FEATURE = 'ui_attributes.custom_data.features.park_interaction';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'flex-config-'));
  writeFileSync(join(folder, 'common.json'), '{}');
  writeFileSync(join(folder, 'staging.json'), '{"$schema":"../environment.schema.json"}');
});

afterEach(() => rmSync(folder, { recursive: true }));

const file = () => JSON.parse(readFileSync(join(folder, 'staging.json'), 'utf8'));
const change = (path: string, value: string) => set({ path, value, env: 'staging', folder });

describe('config set', () => {
  it.each(['park_interaction.show_list', 'features.park_interaction.show_list', `${FEATURE}.show_list`])(
    'changes the file by %s and keeps the rest',
    (path) => {
      expect(change(path, 'true')).toEqual({
        exitCode: 0,
        lines: [
          '+ staging.ui_attributes.custom_data.features.park_interaction.show_list: true',
          'Write it to the account: npm run config -- deploy --env staging',
        ],
      });
      expect(file()).toEqual({
        $schema: '../environment.schema.json',
        ui_attributes: { custom_data: { features: { park_interaction: { show_list: true } } } },
      });
    },
  );

  it('takes the address of the Functions as text', () => {
    expect(change('serverless_functions_url', 'https://parking-1234.twil.io').exitCode).toBe(0);
    expect(file().ui_attributes.custom_data.serverless_functions_url).toBe('https://parking-1234.twil.io');
  });

  it.each([
    ['park_interaction.show_list', 'yes', `staging: ${FEATURE}.show_list must be true or false`],
    [
      'callback.enabled',
      'true',
      'staging: ui_attributes.custom_data.features.callback is not ours to set; allowed here are park_interaction, conversation_parking',
    ],
    [
      '__proto__.polluted',
      'true',
      'staging: ui_attributes.custom_data.features.__proto__ is not ours to set; allowed here are park_interaction, conversation_parking',
    ],
  ])('refuses %s %s and leaves the file alone', (path, value, line) => {
    expect(change(path, value)).toEqual({ exitCode: 1, lines: [line] });
    expect(file()).toEqual({ $schema: '../environment.schema.json' });
  });

  it('names the settings there are when one does not exist', () => {
    const { exitCode, lines } = change('park_interaction.showlist', 'true');
    expect(exitCode).toBe(1);
    expect(lines.join()).toContain(`${FEATURE}.showlist is not a setting; allowed are enabled, show_list`);
  });

  it('says so when there is nothing to change', () => {
    change('park_interaction.enabled', 'true');
    expect(change('park_interaction.enabled', 'true')).toEqual({
      exitCode: 0,
      lines: [`staging: ${FEATURE}.enabled is true already.`],
    });
  });
});
