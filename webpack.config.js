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

/** Themes of Paste that Flex does not have: it passes `default` or `dark`, and Paste’s CustomizationProvider takes no other. */
const OTHER_THEMES = ['evergreen', 'sendgrid', 'twilio', 'twilio-dark'];

/** In their place the default theme counts, which is there anyway: a tenth of the plugin. */
const asDefaultTheme = (theme) => [
  `@twilio-paste/design-tokens/dist/themes/${theme}/tokens.es6`,
  require.resolve('@twilio-paste/design-tokens/dist/tokens.es6'),
];

/**
 * Older than every browser that Twilio's SDKs support (see above): the newest JavaScript that webpack 4 can parse. Without
 * it all is rewritten for browsers of 2014, which makes our code and zod half as long again.
 */
const BROWSERS = ['chrome 79', 'firefox 72', 'safari 13'];

/** What only the Functions and the commands say: the plugin needs the rules of settings, and the codes of errors. */
const UNSAID = [
  { file: /[\\/]flex-config[\\/]schema[\\/]/, property: 'effect' },
  { file: /[\\/]contract[\\/]error-codes\.ts$/, property: 'message' },
];

/** A plugin of Babel. */
const leaveUnsaid = () => ({
  visitor: {
    ObjectProperty(path, { filename }) {
      if (UNSAID.some(({ file, property }) => file.test(filename) && path.node.key.name === property)) path.remove();
    },
  },
});

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
      if (loader.include !== expectedSource) continue;
      loader.include = [...ownSources, ...modernPackages];
      loader.options = { ...loader.options, targets: BROWSERS, plugins: [...loader.options.plugins, leaveUnsaid] };
    }
  }
  Object.assign(config.resolve.alias, Object.fromEntries(OTHER_THEMES.map(asDefaultTheme)));
  config.externals = [config.externals, leaveOut];
  return config;
};
