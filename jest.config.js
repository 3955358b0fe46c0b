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
 * What `npm test` leaves to `npm run test:all`, so that it takes minutes: each looks more closely at something that a test of
 * `npm test` touches too, or at what seldom changes. A new test is in `npm test` until it stands there.
 */
const slowTests = require('./tests/slow-tests.json');

/** Only `npm test` and `npm run test:quick` leave something out; plain jest runs whatever it is asked for. */
const isEverything = process.env.TESTS !== 'short';
const leftOut = (name) =>
  isEverything ? [] : slowTests[name].map((test) => `<rootDir>/tests/${name}/${test}\\.test\\.tsx?$`);

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
  testPathIgnorePatterns: ['/node_modules/', ...leftOut(name)],
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
