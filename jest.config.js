const swc = [
  '@swc/jest',
  {
    jsc: {
      target: 'es2021',
      parser: { syntax: 'typescript', tsx: true },
      transform: { react: { runtime: 'classic' } },
    },
  },
];

/**
 * One project per ring: unit needs nothing, integration and simulation the built Functions, e2e also the plugin and a
 * browser.
 */
const ring = (name, extra = {}) => ({
  displayName: name,
  roots: [`<rootDir>/tests/${name}`],
  testEnvironment: 'node',
  transform: { '^.+\\.(t|j)sx?$': swc },
  transformIgnorePatterns: ['/node_modules/', '/dist/', '/build/', '/\\.cache/'],
  modulePathIgnorePatterns: ['<rootDir>/serverless-functions/dist'],
  ...extra,
});

module.exports = {
  // A test may run in both positions of several switches, and start a process for the Functions in each.
  testTimeout: 30_000,
  projects: [
    ring('unit', {
      testEnvironment: 'jsdom',
      testEnvironmentOptions: { customExportConditions: ['node', 'node-addons'] },
    }),
    ring('integration'),
    ring('simulation'),
    ring('e2e'),
  ],
};
