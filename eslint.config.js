const tseslint = require('typescript-eslint');
const { importX, createNodeResolver } = require('eslint-plugin-import-x');

const { dependencyRules } = require('./eslint/dependency-rules');
const { fileName } = require('./eslint/file-name');

const TYPESCRIPT = ['**/*.ts', '**/*.tsx'];
const SHIPPED = ['flex-config', 'serverless-functions', 'plugin-src', 'deploy', 'local-twilio'].map(
  (folder) => `${folder}/**/*.{ts,tsx}`,
);
/** Where a type may be asserted: the edges that turn foreign data into our types. */
const PARSERS = ['serverless-functions/src/contract/**', '**/parse-*.ts', '**/*-parser.ts'];

const conventions = {
  files: TYPESCRIPT,
  extends: [tseslint.configs.recommended],
  plugins: { 'import-x': importX, house: { rules: { 'file-name': fileName } } },
  languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: __dirname } },
  linterOptions: { reportUnusedDisableDirectives: 'error' },
  settings: {
    'import-x/resolver-next': [createNodeResolver({ extensions: ['.ts', '.tsx', '.js', '.json'] })],
    'import-x/extensions': ['.ts', '.tsx'],
    'import-x/parsers': { '@typescript-eslint/parser': ['.ts', '.tsx'] },
    'import-x/external-module-folders': ['node_modules'],
  },
  rules: {
    'house/file-name': 'error',
    'import-x/no-cycle': ['error', { ignoreExternal: true }],
    'import-x/no-default-export': 'error',
    '@typescript-eslint/consistent-type-imports': 'error',
    '@typescript-eslint/no-non-null-assertion': 'error',
    '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    '@typescript-eslint/no-floating-promises': 'error',
    '@typescript-eslint/no-misused-promises': [
      'error',
      { checksVoidReturn: { attributes: false, inheritedMethods: false } },
    ],
    '@typescript-eslint/only-throw-error': 'error',
    '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    eqeqeq: ['error', 'always', { null: 'ignore' }],
    'no-param-reassign': 'error',
    'no-extend-native': 'error',
    'no-return-assign': 'error',
  },
};

const shipped = {
  files: SHIPPED,
  rules: {
    'max-lines': ['error', { max: 200 }],
    'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
    '@typescript-eslint/max-params': ['error', { max: 3 }],
    '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
  },
};

const parsers = { files: PARSERS, rules: { '@typescript-eslint/consistent-type-assertions': 'off' } };

/** One place writes the log, so that no message text or token ends in it by accident. */
const quiet = {
  files: ['serverless-functions/src/**', 'plugin-src/**', 'flex-config/**'],
  ignores: ['**/log.ts', '**/logger.ts'],
  rules: { 'no-console': 'error' },
};

/** Tools that demand a default export or CommonJS. */
const plainScripts = {
  files: ['**/*.{js,cjs,mjs}', '**/*.config.ts'],
  rules: { 'import-x/no-default-export': 'off', '@typescript-eslint/no-require-imports': 'off' },
};

module.exports = tseslint.config(
  { ignores: ['**/node_modules/', '**/dist/', 'build/', '**/.cache/', 'coverage/', 'shots/'] },
  conventions,
  shipped,
  parsers,
  quiet,
  ...dependencyRules,
  plainScripts,
);
