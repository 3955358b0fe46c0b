/** Who may import whom. Each rule has its sentence in tests/unit/lint-rules.test.ts. */

const { readdirSync } = require('node:fs');
const { join } = require('node:path');

const FUNCTIONS = './serverless-functions/src';
const PRODUCT = ['./flex-config', './serverless-functions', './plugin-src', './deploy'];

/** A folder of the Functions may import itself and what is `allowed`, nothing else of the Functions. */
const insideFunctions = (folder, allowed, message) => ({
  target: `${FUNCTIONS}/${folder}`,
  from: FUNCTIONS,
  except: [`./${folder}`, ...allowed],
  message,
});

const LOCAL = './local-twilio/src';
const onFloors = (...floors) => floors.map((floor) => `${LOCAL}/${floor}`);

/** A floor of the local Twilio may import those below it, none above or beside it. */
const floors = [
  ['kernel', ['services', 'account', 'gateways', 'hosts', 'pages', 'start']],
  ['services', ['account', 'gateways', 'hosts', 'pages', 'start']],
  ['account', ['gateways', 'hosts', 'pages', 'start']],
  ['gateways', ['hosts', 'pages', 'start']],
  ['hosts', ['gateways', 'pages', 'start']],
  ['pages', ['gateways', 'hosts', 'start']],
].map(([floor, forbidden]) => ({
  target: `${LOCAL}/${floor}`,
  from: onFloors(...forbidden),
  message: 'No import up a floor: kernel, services, account, then gateways, hosts and pages, then start.',
}));

const services = readdirSync(join(__dirname, '../local-twilio/src/services'));

const betweenServices = services.map((service) => ({
  target: services.filter((other) => other !== service).map((other) => `${LOCAL}/services/${other}`),
  from: `${LOCAL}/services/${service}`,
  except: ['./entities.ts', './commands.ts', './events.ts'],
  message: 'Of another service only its entities, commands and events.',
}));

const zones = [
  ...floors,
  ...betweenServices,

  { target: PRODUCT, from: ['./local-twilio', './tests'], message: 'The product does not know its development tools.' },
  {
    target: './local-twilio',
    from: [...PRODUCT, './tests'],
    message: 'The local Twilio runs what the build made; it never imports the product.',
  },

  insideFunctions('contract', [], 'The contract stands alone.'),
  insideFunctions('parking/domain', ['./contract'], 'The domain knows only itself and the contract.'),
  insideFunctions('parking', ['./contract'], 'Use cases know the domain and ports, never an adapter.'),
  insideFunctions(
    'twilio',
    ['./contract', './parking/domain', './parking/ports.ts', './parking/record-port.ts', './parking/errors.ts'],
    'Adapters know the ports that they implement, never a use case.',
  ),
  insideFunctions(
    'http',
    ['./contract', './parking/errors.ts', './parking/caller.ts', './parking/ports.ts'],
    'http knows the contract, the errors and what ports there are, nothing else of the Functions.',
  ),
  {
    target: `${FUNCTIONS}/functions`,
    from: [`${FUNCTIONS}/parking/domain`, `${FUNCTIONS}/twilio`],
    message: 'A Function is a door: it knows http, the contract, the composition root and its use case.',
  },
  { target: './serverless-functions', from: './plugin-src', message: 'The Functions do not know the plugin.' },
  {
    target: './serverless-functions',
    from: './flex-config',
    except: ['./schema'],
    message: 'Only the schema of flex-config is for the Functions.',
  },
  {
    target: ['http', 'functions'].map((folder) => `${FUNCTIONS}/${folder}`),
    from: './flex-config',
    message: 'Settings reach the Functions through twilio/ and the composition root.',
  },

  { target: './flex-config', from: './plugin-src', message: 'flex-config stands alone.' },
  {
    target: './flex-config',
    from: './serverless-functions',
    except: ['./src/parking/domain/lossless-json.ts'],
    message: 'flex-config stands alone; it shares only the reading of JSON with the Functions.',
  },
  {
    target: './flex-config/schema',
    from: './flex-config',
    except: ['./schema'],
    message: 'The schema runs in browsers too: it knows none of the tools around it.',
  },

  {
    target: './plugin-src',
    from: './serverless-functions',
    except: ['./src/contract'],
    message: 'The plugin shares only the contract with the Functions.',
  },
  {
    target: './plugin-src',
    from: './flex-config',
    except: ['./schema'],
    message: 'Only the schema of flex-config is for the plugin.',
  },
  {
    target: './plugin-src/parking/components',
    from: [
      './plugin-src/flex/**',
      './plugin-src/*.ts',
      './plugin-src/parking/{register,api,commands,actions,notifications}*',
      './plugin-src/parking/{register,api,commands,actions,notifications}*/**',
    ],
    message: 'Components get state and commands through hooks.',
  },
];

const onlyInTwilio = { regex: '^twilio(/|$)', message: 'Only serverless-functions/src/twilio speaks Twilio.' };

/** What a setting is follows from its entry in the list of settings, here too; its values come through twilio/. */
const onlyTypesOfSettings = {
  group: ['**/flex-config/**'],
  allowTypeImports: true,
  message: 'Settings reach the Functions through twilio/: from the schema take only types.',
};

const packages = (patterns, paths = []) => ({
  '@typescript-eslint/no-restricted-imports': ['error', { patterns, paths }],
});

const dependencyRules = [
  {
    files: ['**/*.{ts,tsx}'],
    rules: { 'import-x/no-restricted-paths': ['error', { basePath: `${__dirname}/..`, zones }] },
  },
  {
    files: ['serverless-functions/**', 'flex-config/**'],
    ignores: ['serverless-functions/src/twilio/**'],
    rules: packages([onlyInTwilio]),
  },
  {
    files: ['serverless-functions/src/contract/**', 'flex-config/schema/**'],
    rules: packages([
      { regex: '^(?!zod$)[^.]', message: 'This runs in browsers too: zod is its only package.' },
      onlyTypesOfSettings,
    ]),
  },
  {
    files: ['serverless-functions/src/twilio/**'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector:
            "CallExpression[callee.property.name=/^(list|each)$/][callee.object.type!='Identifier'] > Identifier",
          message: 'The SDK writes into the options of list and each: give every call an object of its own.',
        },
      ],
    },
  },
  {
    files: ['serverless-functions/src/parking/**'],
    rules: {
      ...packages([
        { regex: '^[^.]', message: 'Use cases need no package: whatever is not pure is behind a port.' },
        onlyTypesOfSettings,
      ]),
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'The clock is an argument.' },
        { object: 'Math', property: 'random', message: 'Randomness is an argument.' },
      ],
    },
  },
  {
    files: ['serverless-functions/src/parking/domain/**'],
    rules: {
      ...packages([
        {
          regex: '^(?!(zod|lossless-json)$)[^.]',
          message: 'The domain is pure: its only packages are the schemas of its records and JSON with all its digits.',
        },
        onlyTypesOfSettings,
      ]),
      'no-restricted-syntax': [
        'error',
        { selector: ':function[async=true]', message: 'The domain is pure: nothing waits.' },
      ],
      'no-restricted-globals': ['error', { name: 'Promise', message: 'The domain is pure: nothing waits.' }],
    },
  },
  {
    files: ['plugin-src/**'],
    ignores: ['plugin-src/flex/**'],
    rules: {
      ...packages(
        [onlyInTwilio, { regex: '^twilio-sync(/|$)', message: 'Only plugin-src/flex holds the Sync client.' }],
        [
          {
            name: '@twilio/flex-ui',
            importNames: ['Manager'],
            allowTypeImports: true,
            message: 'Only plugin-src/flex touches the Manager.',
          },
        ],
      ),
      'no-restricted-globals': ['error', { name: 'fetch', message: 'Only plugin-src/flex speaks HTTP.' }],
    },
  },
  { files: ['plugin-src/flex/**'], rules: packages([onlyInTwilio]) },
];

module.exports = { dependencyRules };
