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
  return config;
};
