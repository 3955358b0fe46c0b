import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Each desktop loads it before the agent can work; webpack.config.js says what is left out. */
const KIB_AT_MOST = 285;

it(`keeps the plugin below ${KIB_AT_MOST} KiB on its way to a desktop`, () => {
  const plugin = readFileSync(join(__dirname, '../../build/park-interaction.js'));
  expect(Math.ceil(gzipSync(plugin, { level: 9 }).length / 1024)).toBeLessThanOrEqual(KIB_AT_MOST);
});
