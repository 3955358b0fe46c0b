import { join } from 'node:path';
import { context, type Plugin } from 'esbuild';

/** What a desktop has already; @twilio/flex-plugin-scripts leaves these out of a build as well. */
const GLOBALS: Readonly<Record<string, string>> = {
  react: 'React',
  'react-dom': 'ReactDOM',
  redux: 'Redux',
  'react-redux': 'ReactRedux',
  '@twilio/flex-ui': 'Twilio.Flex',
};

const desktopGlobals: Plugin = {
  name: 'desktop-globals',
  setup(build) {
    const filter = new RegExp(`^(${Object.keys(GLOBALS).join('|')})$`);
    build.onResolve({ filter }, ({ path }) => ({ path, namespace: 'global' }));
    build.onLoad({ filter: /.*/, namespace: 'global' }, ({ path }) => ({
      contents: `module.exports = ${GLOBALS[path]};`,
    }));
  },
};

/** Words that @twilio/flex-plugin expects its own build to fill in. */
const NAMES = ['PLUGIN_UNIQUE_NAME', 'PLUGIN_VERSION', 'FLEX_PLUGIN_SCRIPTS_VERSION', 'FLEX_PLUGIN_VERSION'];
const VERSIONS = ['FLEX_UI_VERSION', 'REACT_VERSION', 'REACT_DOM_VERSION'];

/**
 * Builds the plugin for development, and again after each change of a source, in a fraction of a second.
 * What is deployed is always made by @twilio/flex-plugin-scripts.
 */
export async function watchPlugin(
  root: string,
  entry = 'plugin-src/index.ts',
): Promise<{ readonly file: string; close(): Promise<void> }> {
  const file = join(root, '.cache', 'plugin', 'park-interaction.js');
  const filled = [...NAMES, ...VERSIONS].map((name) => [`__FPB_${name}`, '"watched"']);
  const building = await context({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile: file,
    bundle: true,
    format: 'iife',
    platform: 'browser',
    target: 'es2020',
    sourcemap: 'inline',
    logLevel: 'warning',
    define: { 'process.env.NODE_ENV': '"development"', global: 'globalThis', ...Object.fromEntries(filled) },
    plugins: [desktopGlobals],
  });
  await building.rebuild();
  await building.watch();
  return { file, close: () => building.dispose() };
}
