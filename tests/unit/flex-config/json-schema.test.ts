/** @jest-environment node */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import Ajv from 'ajv';
import { z } from 'zod';

import { ENVIRONMENTS_FOLDER } from '../../../flex-config/environment-files';
import { environmentJsonSchema } from '../../../flex-config/json-schema';
import { jsonSchemaOf } from '../../../flex-config/zod-json-schema';

const FILE = join(ENVIRONMENTS_FOLDER, '..', 'environment.schema.json');

function accepts(settings: object): boolean {
  const validate = new Ajv({ allErrors: true }).compile(JSON.parse(environmentJsonSchema()));
  return validate({ $schema: '../environment.schema.json', ui_attributes: { custom_data: settings } });
}

describe('the JSON Schema for editors', () => {
  it('is the file in the repository (else: npm run config -- schema --write flex-config/environment.schema.json)', () => {
    expect(readFileSync(FILE, 'utf8')).toBe(environmentJsonSchema());
  });

  it.each(['common', 'example', 'local'])('accepts the environment %s', (name) => {
    const file = JSON.parse(readFileSync(join(ENVIRONMENTS_FOLDER, `${name}.json`), 'utf8'));
    const validate = new Ajv().compile(JSON.parse(readFileSync(FILE, 'utf8')));
    expect(validate(file)).toBe(true);
    expect(file.$schema).toBe('../environment.schema.json');
  });

  it('refuses what the schema of the settings refuses', () => {
    expect(accepts({ serverless_functions_url: 'HTTPS://Parking-1234.twil.io' })).toBe(true);
    expect(accepts({ serverless_functions_url: 'http://parking-1234.twil.io' })).toBe(false);
    expect(accepts({ features: { park_interaction: { enabled: 'yes' } } })).toBe(false);
    expect(accepts({ features: { park_interaction: { unknown: true } } })).toBe(false);
    expect(accepts({ features: { callback: {} } })).toBe(false);
    expect(accepts({ features: { park_interaction: { max_park_age_hours: 0.5 } } })).toBe(true);
    expect(accepts({ features: { park_interaction: { max_park_age_hours: 0 } } })).toBe(false);
  });

  it('says what each setting does and what it is by default', () => {
    const schema = JSON.parse(environmentJsonSchema());
    expect(schema.definitions.park_interaction.properties.show_list).toEqual({
      description: expect.stringContaining('Adds the Parked Interactions view.'),
      type: 'boolean',
      default: false,
    });
  });

  it('refuses to guess a kind of setting that it does not know', () => {
    expect(() => jsonSchemaOf(z.object({ when: z.date() }))).toThrow('ZodDate');
  });
});
