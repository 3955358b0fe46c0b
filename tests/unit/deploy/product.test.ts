/** @jest-environment node */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { buildOf, buildOfMarker, markerPath, pluginPath, readProduct, versionOf } from '../../../deploy/product';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'product-'));
  write('serverless-functions/dist/package.json', '{"version":"1.2.3","dependencies":{"twilio":"5.13.1"}}');
  write('serverless-functions/dist/functions/flex/park.js', 'park');
  write('serverless-functions/dist/functions/webhooks/wake.protected.js', 'wake');
  write('serverless-functions/dist/functions/inner.private.js', 'inner');
  write('build/park-interaction.js', 'plugin');
});

afterEach(() => rmSync(root, { recursive: true }));

function write(file: string, text: string): void {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
}

describe('what is deployed', () => {
  it('is the built Functions with their access, the plugin and exact dependencies', () => {
    expect(readProduct(root)).toEqual({
      build: expect.stringMatching(/^1\.2\.3-b[0-9a-f]{8}$/),
      functions: [
        { path: '/flex/park', access: 'public', content: 'park' },
        { path: '/inner', access: 'private', content: 'inner' },
        { path: '/webhooks/wake', access: 'protected', content: 'wake' },
      ],
      plugin: 'plugin',
      dependencies: [{ name: 'twilio', version: '5.13.1' }],
    });
  });

  it.each(['build/park-interaction.js', 'serverless-functions/dist/functions/flex/park.js'])(
    'is another build when %s changes, and the same one when nothing does',
    (file) => {
      const { build } = readProduct(root);
      expect(readProduct(root).build).toBe(build);
      write(file, 'changed');
      expect(readProduct(root).build).not.toBe(build);
    },
  );

  it('has to be built first', () => {
    rmSync(join(root, 'build'), { recursive: true });
    expect(() => readProduct(root)).toThrow(/park-interaction\.js is missing\. Run: npm run build/);
  });
});

describe('the names of a build', () => {
  it('lead from the marker back to the build', () => {
    expect(buildOfMarker(markerPath('1.2.3-b0a'))).toBe('1.2.3-b0a');
    expect(buildOfMarker(pluginPath('1.2.3-b0a'))).toBeUndefined();
  });

  it('lead from a version of the plugin back to the build', () => {
    expect([1, 2, 10].map((attempt) => versionOf('1.2.3-b0a', attempt))).toEqual([
      '1.2.3-b0a',
      '1.2.3-b0a.2',
      '1.2.3-b0a.10',
    ]);
    expect([1, 2, 10].map((attempt) => buildOf(versionOf('1.2.3-b0a', attempt)))).toEqual(Array(3).fill('1.2.3-b0a'));
  });
});
