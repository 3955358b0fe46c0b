import { Command, Option } from 'commander';
import pc from 'picocolors';
import { StateError } from '../account/state/state-error';
import { flexFeatures } from '../kernel/browser/features';
import { FlexNotInstalled } from '../hosts/flex/installed-flex';
import {
  optionsOf,
  toDomain,
  toFeatures,
  toLatency,
  toPath,
  toPort,
  toService,
  toVariable,
  UsageError,
  type StartFlags,
} from './flags';
import { startLocalTwilio, type LocalTwilio } from './index';
import { assertNode } from './node-version';
import type { FunctionsService } from './options';

function announce({ urls, world }: LocalTwilio): void {
  const line = (who: string, url: string) => console.log(`${pc.bold(who.padEnd(28))} ${pc.cyan(url)}`);
  for (const { username, fullName, roles } of world.iam.users())
    if (urls.desktops[username]) line(`${fullName} (${roles.join(', ')})`, urls.desktops[username]);
  line('Customers', urls.customers);
  line('What goes on inside', urls.control);
  console.log(pc.dim('Ctrl-C ends it.'));
}

async function start(flags: StartFlags): Promise<void> {
  assertNode(process.versions.node);
  const local = await startLocalTwilio(optionsOf(flags));
  // Whatever nobody here waited for: the desktops are served on.
  process.on('unhandledRejection', (reason) => console.error(pc.red(explain(reason))));
  process.on('uncaughtException', (error) => console.error(pc.red(explain(error))));
  announce(local);
  // Once: a second Ctrl-C while it closes must not close it twice.
  let closing: Promise<void> | undefined;
  const end = () => {
    closing ??= local.close().then(() => process.exit(0));
  };
  process.on('SIGINT', end);
  process.on('SIGTERM', end);
}

/** One line for what a person can mend; the whole story for what only we can. */
function explain(error: unknown): string {
  if (error instanceof UsageError || error instanceof StateError || error instanceof FlexNotInstalled)
    return error.message;
  if (!(error instanceof Error)) return String(error);
  if ('code' in error && error.code === 'EADDRINUSE')
    return `Port ${'port' in error ? String(error.port) : ''} is in use. Stop what runs there, or choose others with --port and --functions-port.`;
  return error.stack ?? error.message;
}

const variables = (one: string, all: [string, string][]) => [...all, toVariable(one)];

const services = (one: string, all: FunctionsService[]) => [...all, toService(one)];

const program = new Command('local-twilio').description('A whole Twilio Flex on this machine.');
program
  .command('start', { isDefault: true })
  .description('start the desktops, the customers’ page and the Functions')
  .option('--port <number>', 'desktops, customers, REST', toPort, 3000)
  .option('--functions-port <number>', 'Functions', toPort, 3001)
  .option(
    '--plugin <file or address>',
    'a built plugin; may be given more than once',
    (one: string, all: string[]) => [...all, one],
    [],
  )
  .option('--no-desktop', 'REST, Functions and the customers’ page only; Flex UI need not be installed')
  .option('--watch', 'load open desktops again when a plugin file was built anew, and serve Functions that were')
  .option('--functions <folder>', 'built Functions')
  .option('--domain <name.twil.io>', 'where the Functions are; functions-local.twil.io if not given', toDomain)
  .option(
    '--service <name.twil.io=folder>',
    'one more service of built Functions, on any free port; may be given more than once',
    services,
    [],
  )
  .option('--env <NAME=value>', 'a variable of the Functions; may be given more than once', variables, [])
  .option(
    '--sync-service <NAME=friendly name>',
    'a Sync service besides the default one, its SID in a variable of the Functions; may be given more than once',
    variables,
    [],
  )
  .option('--task-events <path>', 'the Function that TaskRouter’s events are sent to', toPath)
  .option('--config <file>', 'JSON that is merged into ui_attributes')
  .option('--seed <file>', 'where everything begins: a contact centre, or what the control page exported')
  .option('--state <file>', 'keeps everything over restarts')
  .option('--calibration <file>', 'behaves as the live account did that was asked, where the documentation is silent')
  .option('--flex-features <list>', `some of ${flexFeatures.join(',')}, as an admin turns them on`, toFeatures, [])
  .option(
    '--latency <ms>',
    'how far away Twilio is: each request, and what a page is told, arrives later',
    toLatency,
    0,
  )
  .addOption(
    new Option('--limits <on or off>', 'off: nothing is too big, too many, too fast or too slow')
      .choices(['on', 'off'])
      .default('on'),
  )
  .action(start);

program.parseAsync().catch((error: unknown) => {
  console.error(pc.red(explain(error)));
  process.exit(1);
});
