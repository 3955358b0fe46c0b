import { createRequire } from 'node:module';
import { join } from 'node:path';
import { conversations } from './conversations';
import { rest } from './rest';
import { sync } from './sync';
import { taskRouter } from './task-router';
import { tell } from './telling';
import { tokenValidator } from './token-validator';

const ROOT = join(__dirname, '../../..');
const ofProject = createRequire(join(ROOT, 'package.json'));
/** Flex brings SDKs of its own, in other versions than npm's newest. */
const load: Readonly<Record<string, NodeRequire>> = {
  project: ofProject,
  'flex-ui': createRequire(ofProject.resolve('@twilio/flex-ui')),
  'flex-sdk': createRequire(join(ROOT, 'node_modules/@twilio/flex-sdk/index.js')),
};

/** Runs an official client in a process of its own: some keep their process alive for ever. */
async function main([name = '', owner = '', token = '', target = '']: readonly string[]): Promise<void> {
  const from = load[owner];
  if (!from) throw new Error(`Nobody is called ${owner}`);
  const { name: realName, version } = from(`${name}/package.json`);
  tell('version', version);
  switch (realName) {
    case 'twilio-sync':
      return sync(from(name), token, target);
    case '@twilio/conversations':
      return conversations(from(name), token, target);
    case 'twilio':
      return rest(from(name));
    case 'twilio-taskrouter':
      return taskRouter(from(name), token);
    case 'twilio-flex-token-validator':
      return tokenValidator(from(name), token);
    default:
      throw new Error(`Nobody knows what to do with ${realName}`);
  }
}

main(process.argv.slice(2)).then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
