/** @jest-environment node */
import { dirname, resolve } from 'node:path';

import { ESLint } from 'eslint';
import type { Linter } from 'eslint';
import tseslint from 'typescript-eslint';

const ROOT = resolve(__dirname, '../..');

/** Finds every relative import, whether the file exists or not: the rules are about paths. */
const resolver = {
  interfaceVersion: 3,
  name: 'by-path',
  resolve: (path: string, from: string) =>
    path.startsWith('.') ? { found: true, path: `${resolve(dirname(from), path)}.ts` } : { found: false },
};

const eslint = new ESLint({
  cwd: ROOT,
  overrideConfigFile: true,
  baseConfig: jest.requireActual<Linter.Config[]>('../../eslint.config.js'),
  overrideConfig: [
    tseslint.configs.disableTypeChecked,
    {
      files: ['**/*.{ts,tsx}'],
      settings: { 'import-x/resolver-next': [resolver] },
      rules: { 'import-x/no-cycle': 'off', '@typescript-eslint/no-unused-vars': 'off' },
    },
  ],
});

/** The rules that `code` would break if it stood in `file`. */
async function complaints(file: string, code: string): Promise<string[]> {
  const results = await eslint.lintText(code, { filePath: resolve(ROOT, file) });
  const broken = results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => ruleId ?? message));
  return [...new Set(broken)];
}

const PATHS = 'import-x/no-restricted-paths';
const PACKAGES = '@typescript-eslint/no-restricted-imports';

const FUNCTIONS = 'serverless-functions/src';
const DOMAIN = `${FUNCTIONS}/parking/domain/snippet.ts`;
const USE_CASE = `${FUNCTIONS}/parking/snippet.ts`;
const ADAPTER = `${FUNCTIONS}/twilio/snippet.ts`;
const HTTP = `${FUNCTIONS}/http/snippet.ts`;
const DOOR = `${FUNCTIONS}/functions/flex/snippet.ts`;
const CONTRACT = `${FUNCTIONS}/contract/snippet.ts`;
const SCHEMA = 'flex-config/schema/snippet.ts';
const PLUGIN = 'plugin-src/parking/snippet.ts';
const PLUGIN_FLEX = 'plugin-src/flex/snippet.ts';
const COMPONENT = 'plugin-src/parking/components/Snippet.tsx';
const LOCAL = 'local-twilio/src/kernel/snippet.ts';

const SERVICE = 'local-twilio/src/services/flex/rules/snippet.ts';
const ACCOUNT = 'local-twilio/src/account/snippet.ts';
const GATEWAY = 'local-twilio/src/gateways/snippet.ts';
const HOST = 'local-twilio/src/hosts/snippet.ts';
const LOCAL_PAGE = 'local-twilio/src/pages/snippet.ts';

const importing = (...paths: string[]) => {
  const imports = paths.map((path, index) => `import { x as x${index} } from '${path}';\n`);
  return `${imports.join('')}export const Snippet = [${paths.map((_path, index) => `x${index}`).join(', ')}];\n`;
};
const importingType = (path: string) => `import type { X } from '${path}';\nexport type Snippet = X;\n`;

describe('a dependency rule refuses', () => {
  it.each([
    ['the domain a use case', DOMAIN, importing('../park'), PATHS],
    ['the domain an adapter', DOMAIN, importing('../../twilio/sync'), PATHS],
    ['the domain any package but zod', DOMAIN, importing('pino'), PACKAGES],
    ['the domain a node module', DOMAIN, importing('node:crypto'), PACKAGES],
    ['the domain an async function', DOMAIN, 'export async function x(): Promise<void> {}\n', 'no-restricted-syntax'],
    ['the domain a promise', DOMAIN, 'export const x = Promise.resolve();\n', 'no-restricted-globals'],
    ['the domain the clock', DOMAIN, 'export const x = () => Date.now();\n', 'no-restricted-properties'],
    ['a use case an adapter', USE_CASE, importing('../twilio/sync'), PATHS],
    ['a use case http', USE_CASE, importing('../http/answer'), PATHS],
    [
      'a use case values of the settings’ schema',
      USE_CASE,
      importing('../../../flex-config/schema/settings'),
      PACKAGES,
    ],
    [
      'the domain values of the settings’ schema',
      DOMAIN,
      importing('../../../../flex-config/schema/settings'),
      PACKAGES,
    ],
    [
      'the contract values of the settings’ schema',
      CONTRACT,
      importing('../../../flex-config/schema/settings'),
      PACKAGES,
    ],
    ['http the settings’ schema', HTTP, importingType('../../../flex-config/schema/settings'), PATHS],
    ['a use case the SDK, even its types', USE_CASE, importingType('twilio'), PACKAGES],
    ['a use case the clock', USE_CASE, 'export const x = () => Date.now();\n', 'no-restricted-properties'],
    ['a use case randomness', USE_CASE, 'export const x = () => Math.random();\n', 'no-restricted-properties'],
    ['an adapter a use case', ADAPTER, importing('../parking/park'), PATHS],
    ['an adapter http', ADAPTER, importing('../http/answer'), PATHS],
    ['an adapter the tools of flex-config', ADAPTER, importing('../../../flex-config/merge'), PATHS],
    [
      'an adapter options that two lists share',
      ADAPTER,
      'export const x = (a: { b: { list(o: object): void } }, o: object) => a.b.list(o);\n',
      'no-restricted-syntax',
    ],
    ['http an adapter', HTTP, importing('../twilio/sync'), PATHS],
    ['http a use case', HTTP, importing('../parking/park'), PATHS],
    ['http the SDK', HTTP, importing('twilio'), PACKAGES],
    ['http a file inside the SDK', HTTP, importing('twilio/lib/webhooks/webhooks'), PACKAGES],
    ['a Function the domain', DOOR, importing('../../parking/domain/record'), PATHS],
    ['a Function an adapter', DOOR, importing('../../twilio/sync'), PATHS],
    ['a Function the SDK', DOOR, importing('twilio'), PACKAGES],
    ['the contract the rest of the Functions', CONTRACT, importing('../parking/errors'), PATHS],
    ['the contract a package other than zod', CONTRACT, importing('node:crypto'), PACKAGES],
    ['the schema the tools around it', SCHEMA, importing('../merge'), PATHS],
    ['the schema a package other than zod', SCHEMA, importing('node:fs'), PACKAGES],
    [
      'flex-config the Functions',
      'flex-config/snippet.ts',
      importing('../serverless-functions/src/http/answer'),
      PATHS,
    ],
    [
      'flex-config the rest of the domain',
      'flex-config/snippet.ts',
      importing('../serverless-functions/src/parking/domain/record'),
      PATHS,
    ],
    ['a use case a package that the domain may use', USE_CASE, importing('lossless-json'), PACKAGES],
    ['flex-config the plugin', 'flex-config/snippet.ts', importing('../plugin-src/index'), PATHS],
    ['the Functions the plugin', HTTP, importing('../../../plugin-src/index'), PATHS],
    ['the Functions the local Twilio', ADAPTER, importing('../../../local-twilio/src/start/index'), PATHS],
    ['the Functions a test', USE_CASE, importing('../../../tests/support/fakes'), PATHS],
    ['the plugin the Functions', PLUGIN, importing('../../serverless-functions/src/parking/park/park'), PATHS],
    ['the plugin the tools of flex-config', PLUGIN, importing('../../flex-config/merge'), PATHS],
    ['the plugin the local Twilio', PLUGIN, importing('../../local-twilio/src/start/index'), PATHS],
    ['the plugin a test', PLUGIN, importing('../../tests/support/fakes'), PATHS],
    ['the plugin the Sync client outside of flex/', PLUGIN, importing('twilio-sync'), PACKAGES],
    ['the plugin fetch outside of flex/', PLUGIN, "export const x = () => fetch('/');\n", 'no-restricted-globals'],
    [
      'the plugin the Manager outside of flex/',
      PLUGIN,
      "import { Manager } from '@twilio/flex-ui';\nexport const x = Manager;\n",
      PACKAGES,
    ],
    ['the plugin the server SDK', PLUGIN_FLEX, importing('twilio'), PACKAGES],
    ['a component flex/', COMPONENT, importing('../../flex/sync'), PATHS],
    ['a component the commands', COMPONENT, importing('../commands'), PATHS],
    ['a component the commands in a folder', COMPONENT, importing('../commands/park'), PATHS],
    ['a component the actions', COMPONENT, importing('../actions'), PATHS],
    ['a component the Functions client', COMPONENT, importing('../api'), PATHS],
    ['the local Twilio the Functions', LOCAL, importing('../../../serverless-functions/src/contract/sids'), PATHS],
    ['the local Twilio flex-config', LOCAL, importing('../../../flex-config/schema/problems'), PATHS],
    ['the local Twilio the plugin', LOCAL, importing('../../../plugin-src/index'), PATHS],
    ['the local Twilio a test', LOCAL, importing('../../../tests/support/fakes'), PATHS],
    ['the kernel a service', LOCAL, importing('../services/sync/commands'), PATHS],
    ['the kernel the account', LOCAL, importing('../account/world'), PATHS],
    ['a service the account', SERVICE, importing('../../../account/world'), PATHS],
    ['a service a gateway', SERVICE, importing('../../../gateways/browser/realtime'), PATHS],
    ['a service the rules of another', SERVICE, importing('../../taskrouter/rules/tasks'), PATHS],
    ['a service the store of another', SERVICE, importing('../../taskrouter/store'), PATHS],
    ['a service another as a whole', SERVICE, importing('../../taskrouter/index'), PATHS],
    ['the account a gateway', ACCOUNT, importing('../gateways/browser/realtime'), PATHS],
    ['the account the start', ACCOUNT, importing('../start/options'), PATHS],
    ['a gateway a host', GATEWAY, importing('../hosts/flex/router'), PATHS],
    ['a host a gateway', HOST, importing('../gateways/browser/realtime'), PATHS],
    ['a host a page', HOST, importing('../pages/own-page'), PATHS],
    ['a page a host', LOCAL_PAGE, importing('../hosts/flex/router'), PATHS],
    ['a page the start', LOCAL_PAGE, importing('../start/options'), PATHS],
  ])('%s', async (_case, file, code, rule) => {
    expect(await complaints(file, code)).toEqual([rule]);
  });
});

describe('a dependency rule allows', () => {
  it.each([
    ['the domain itself', DOMAIN, importing('./record')],
    ['the domain zod and the contract', DOMAIN, importing('zod', '../../contract/sids')],
    ['the domain the types of the settings', DOMAIN, importingType('../../../../flex-config/schema/settings')],
    ['the contract the types of the settings', CONTRACT, importingType('../../../flex-config/schema/settings')],
    [
      'a use case the domain, ports and the contract',
      USE_CASE,
      importing('./domain/record', './ports', '../contract/sids'),
    ],
    ['the domain JSON with all its digits', DOMAIN, importing('lossless-json')],
    [
      'flex-config JSON with all its digits',
      'flex-config/snippet.ts',
      importing('../serverless-functions/src/parking/domain/lossless-json'),
    ],
    ['an adapter the SDK', ADAPTER, importing('twilio')],
    ['an adapter its port', ADAPTER, importingType('../parking/ports')],
    [
      'an adapter the configuration schema',
      ADAPTER,
      importing('../../../flex-config/schema/park-interaction-settings'),
    ],
    ['http the contract', HTTP, importing('../contract/error-codes')],
    ['a Function its use case', DOOR, importing('../../parking/park/park')],
    ['a Function http', DOOR, importing('../../http/flex-function')],
    ['a Function the composition root', DOOR, importing('../../composition-root')],
    ['the plugin the contract', PLUGIN, importing('../../serverless-functions/src/contract/park')],
    ['the plugin the schema', PLUGIN, importing('../../flex-config/schema/park-interaction-settings')],
    ['the plugin the Sync client in flex/', PLUGIN_FLEX, importing('twilio-sync')],
    ['a component hooks', COMPONENT, importing('../hooks/use-parking')],
    ['a service the kernel', SERVICE, importing('../../../kernel/errors')],
    [
      'a service the entities, commands and events of another',
      SERVICE,
      importing('../../taskrouter/entities', '../../taskrouter/commands', '../../taskrouter/events'),
    ],
    ['the account the services', ACCOUNT, importing('../services/sync/index', '../kernel/errors')],
    ['a gateway the account', GATEWAY, importing('../account/world')],
    [
      'the start everything below it',
      'local-twilio/src/start/snippet.ts',
      importing('../pages/own-page', '../account/world'),
    ],
    ['a test everything', 'tests/unit/snippet.test.ts', importing('../../local-twilio/src/start/index', 'twilio')],
  ])('%s', async (_case, file, code) => {
    expect(await complaints(file, code)).toEqual([]);
  });
});

describe('a house rule refuses', () => {
  it.each([
    ['any', USE_CASE, 'export type X = any;\n', '@typescript-eslint/no-explicit-any'],
    [
      'a non-null assertion',
      USE_CASE,
      'export const x = (y?: string) => y!.length;\n',
      '@typescript-eslint/no-non-null-assertion',
    ],
    [
      'a type assertion outside of parsers',
      USE_CASE,
      'export const x = (y: unknown) => y as string;\n',
      '@typescript-eslint/consistent-type-assertions',
    ],
    ['a default export', USE_CASE, 'const x = 1;\nexport default x;\n', 'import-x/no-default-export'],
    [
      'a type imported as a value',
      USE_CASE,
      "import { X } from './ports';\nexport type Y = X;\n",
      '@typescript-eslint/consistent-type-imports',
    ],
    [
      'four parameters',
      USE_CASE,
      'export const x = (a: 1, b: 2, c: 3, d: 4) => [a, b, c, d];\n',
      '@typescript-eslint/max-params',
    ],
    ['a file over 200 lines', LOCAL, 'export {};\n'.repeat(201), 'max-lines'],
    ['a function over 60 lines', LOCAL, `export function x() {\n${'  x();\n'.repeat(60)}}\n`, 'max-lines-per-function'],
    ['the console in the Functions', HTTP, "export const x = () => console.log('');\n", 'no-console'],
    ['a file name in camelCase', `${FUNCTIONS}/http/flexFunction.ts`, 'export const x = 1;\n', 'house/file-name'],
    [
      'a PascalCase file that exports no such thing',
      `${FUNCTIONS}/http/Door.ts`,
      'export const x = 1;\n',
      'house/file-name',
    ],
  ])('%s', async (_case, file, code, rule) => {
    expect(await complaints(file, code)).toEqual([rule]);
  });
});

describe('a house rule allows', () => {
  it.each([
    ['as const', USE_CASE, "export const x = ['a'] as const;\n"],
    ['a type assertion in the contract', CONTRACT, 'export const x = (y: unknown) => y as string;\n'],
    ['the console in the one logger', `${FUNCTIONS}/http/log.ts`, "export const x = () => console.log('');\n"],
    ['a component in PascalCase', COMPONENT, 'export function Snippet() {\n  return null;\n}\n'],
    ['a Function with its access in the name', `${FUNCTIONS}/functions/wake.protected.ts`, 'export const x = 1;\n'],
  ])('%s', async (_case, file, code) => {
    expect(await complaints(file, code)).toEqual([]);
  });
});
