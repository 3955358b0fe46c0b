const path = require('path');

const pluginSource = path.resolve(__dirname, 'plugin-src');
/** What the plugin bundles besides itself: the contract with the Functions and the schema of its settings. */
const ownSources = [
  pluginSource,
  path.resolve(__dirname, 'serverless-functions/src/contract'),
  path.resolve(__dirname, 'flex-config'),
];
/** Published in a newer JavaScript than webpack 4 can parse. */
const modernPackages = [path.dirname(require.resolve('zod/package.json'))];

/** What no agent needs: a sixth of the plugin. */
const LEFT_OUT = [
  // Polyfills of twilio-sync, for browsers older than those that Twilio's SDKs support:
  // twilio.com/docs/conversations/javascript/supported-browsers-for-the-conversations-javascript-sdk
  /^core-js\/modules\//,
  // Paste's rating of the contrast of a theme, and all tokens of all its themes as text, of which it warns developers.
  /^@twilio-paste\/color-contrast-utils$/,
  /\/tokens\.raw\.json$/,
  // The name and version of the browser, which Twilio's sockets send along for its statistics.
  /^platform$/,
];

/** In their place stands what is read at the start: Paste's properties of its tokens, and the browser's operating system. */
const leaveOut = (_context, request, decide) =>
  LEFT_OUT.some((left) => left.test(request)) ? decide(null, '({ props: {}, os: {} })') : decide();

/** @twilio/flex-plugin-scripts expects the plugin in src/; ours is in plugin-src/. */
module.exports = (config) => {
  const expectedSource = path.resolve(__dirname, 'src');
  const expectedEntry = path.join(expectedSource, 'index');
  config.entry = config.entry.map((entry) => (entry === expectedEntry ? path.join(pluginSource, 'index') : entry));
  config.resolve.plugins = config.resolve.plugins.filter((plugin) => plugin.constructor.name !== 'ModuleScopePlugin');
  for (const rule of config.module.rules) {
    for (const loader of rule.oneOf || []) {
      if (loader.include === expectedSource) loader.include = [...ownSources, ...modernPackages];
    }
  }
  config.externals = [config.externals, leaveOut];
  return config;
};
