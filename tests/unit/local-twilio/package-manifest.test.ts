import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const ROOT = join(__dirname, '../../..');
const versions = z.record(z.string());
const read = <T>(shape: z.ZodType<T>, file: string): T =>
  shape.parse(JSON.parse(readFileSync(join(ROOT, file), 'utf8')));

const own = read(
  z.object({
    dependencies: versions,
    peerDependencies: versions,
    peerDependenciesMeta: z.record(z.object({ optional: z.boolean() })),
  }),
  'local-twilio/package.json',
);
const root = read(z.object({ dependencies: versions, devDependencies: versions }), 'package.json');

/** They come with Flex UI. */
const OF_FLEX = ['redux', 'react-redux', 'redux-promise-middleware', 'date-fns-tz'];
/** Found by name, not imported: OpenAPI files, and what stands in for Node's modules in a browser. */
const BY_NAME = ['@twilio-alpha/mcp', 'path-browserify', 'stream-browserify', 'util'];

const IMPORTED = /(?:from|import) '((?:@[\w.-]+\/)?[a-z][\w.-]*)(?:\/[^']*)?'/g;

function imported(): ReadonlySet<string> {
  const source = join(ROOT, 'local-twilio/src');
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file));
  return new Set(
    files.flatMap((file) =>
      [...readFileSync(join(source, file), 'utf8').matchAll(IMPORTED)].map(([, name = '']) => name),
    ),
  );
}

describe('the package of the local Twilio', () => {
  it('depends on the very versions that are installed and tested here', () => {
    const here = { ...root.devDependencies, ...root.dependencies };
    const expected = Object.keys(own.dependencies).map((name) => [name, here[name]]);
    expect(own.dependencies).toEqual(Object.fromEntries(expected));
  });

  it('declares every package that it imports, and no other', () => {
    const needed = [...imported(), ...BY_NAME].filter((name) => !OF_FLEX.includes(name));
    const declared = { ...own.dependencies, ...own.peerDependencies };
    expect([...new Set(needed)].sort()).toEqual(Object.keys(declared).sort());
  });

  it('leaves Flex UI and React to the project that wants desktops', () => {
    expect(own.peerDependencies).toEqual({
      '@twilio/flex-ui': expect.any(String),
      react: '^17.0.0',
      'react-dom': '^17.0.0',
    });
    for (const name of Object.keys(own.peerDependencies))
      expect(own.peerDependenciesMeta[name]).toEqual({ optional: true });
  });
});
