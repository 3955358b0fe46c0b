import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Command, InvalidArgumentError, Option } from 'commander';
import pc from 'picocolors';
import { StateError } from '../account/state/state-error';
import { startLocalTwilio, type LocalTwilio, type LocalTwilioOptions } from './index';
import { flexFeatures, type FlexFeature } from '../kernel/browser/features';

const MIN_NODE_MAJOR = 20;

interface StartFlags {
  readonly port: number;
  readonly functionsPort: number;
  readonly plugin: readonly string[];
  readonly functions?: string;
  readonly domain?: string;
  readonly config?: string;
  readonly watch?: boolean;
  readonly seed?: string;
  readonly state?: string;
  readonly env: readonly (readonly [string, string])[];
  readonly limits: 'on' | 'off';
  readonly flexFeatures: readonly FlexFeature[];
}

/** A mistake of the person who started it: one line is enough. */
class UsageError extends Error {}

function toPort(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new InvalidArgumentError('must be 0 to 65535');
  return port;
}

function toDomain(text: string): string {
  if (!/^[a-z0-9-]+\.twil\.io$/.test(text)) throw new InvalidArgumentError('must be <name>.twil.io');
  return text;
}

function toVariable(text: string): [string, string] {
  const [, name, value] = /^([A-Z_][A-Z0-9_]*)=(.*)$/.exec(text) ?? [];
  if (name === undefined || value === undefined) throw new InvalidArgumentError('must be NAME=value');
  return [name, value];
}

function toFeatures(text: string): readonly FlexFeature[] {
  return text.split(',').map((name) => {
    const found = flexFeatures.find((known) => known === name.trim());
    if (!found) throw new InvalidArgumentError(`must be some of ${flexFeatures.join(',')}`);
    return found;
  });
}

function existing(what: string, path: string): string {
  const found = resolve(path);
  if (!existsSync(found)) throw new UsageError(`${what} is missing: ${path}. Build it first.`);
  return found;
}

function pluginOf(plugin: string): string {
  return /^https?:\/\//.test(plugin) ? plugin : existing('The plugin', plugin);
}

function uiAttributesIn(file: string): Record<string, unknown> {
  const text = readFileSync(existing('The configuration', file), 'utf8');
  try {
    const parsed: unknown = JSON.parse(text);
    if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)) return { ...parsed };
  } catch {
    // Told below, as for JSON that is no object.
  }
  throw new UsageError(`${file} is not a JSON object of ui_attributes.`);
}

function optionsOf(flags: StartFlags): LocalTwilioOptions {
  return {
    port: flags.port,
    functionsPort: flags.functionsPort,
    plugins: flags.plugin.map(pluginOf),
    availableOnLogin: true,
    switches: { limits: flags.limits },
    flexFeatures: flags.flexFeatures,
    env: Object.fromEntries(flags.env),
    onProgress: (line) => console.log(pc.dim(line)),
    ...(flags.functions ? { functionsFolder: existing('The Functions', flags.functions) } : {}),
    ...(flags.domain ? { functionsDomain: flags.domain } : {}),
    ...(flags.config ? { uiAttributes: uiAttributesIn(flags.config) } : {}),
    ...(flags.watch ? { watch: true } : {}),
    ...(flags.seed ? { seedFile: resolve(flags.seed) } : {}),
    ...(flags.state ? { stateFile: resolve(flags.state) } : {}),
  };
}

function announce({ urls, world }: LocalTwilio): void {
  const line = (who: string, url: string) => console.log(`${pc.bold(who.padEnd(28))} ${pc.cyan(url)}`);
  for (const { username, fullName, roles } of world.iam.users())
    line(`${fullName} (${roles.join(', ')})`, urls.desktops[username] ?? '');
  line('Customers', urls.customers);
  line('What goes on inside', urls.control);
  console.log(pc.dim('Ctrl-C ends it.'));
}

async function start(flags: StartFlags): Promise<void> {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < MIN_NODE_MAJOR)
    throw new UsageError(`Node ${MIN_NODE_MAJOR} or newer is needed; this is ${process.versions.node}.`);
  const local = await startLocalTwilio(optionsOf(flags));
  // A Function of the developer's that nobody waits for may fail at any time; the desktops are served on.
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
  if (error instanceof UsageError || error instanceof StateError) return error.message;
  if (!(error instanceof Error)) return String(error);
  if ('code' in error && error.code === 'EADDRINUSE')
    return `Port ${'port' in error ? String(error.port) : ''} is in use. Stop what runs there, or choose others with --port and --functions-port.`;
  return error.stack ?? error.message;
}

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
  .option('--watch', 'load open desktops again when a plugin file was built anew')
  .option('--functions <folder>', 'built Functions')
  .option('--domain <name.twil.io>', 'where the Functions are; parking-local.twil.io if not given', toDomain)
  .option(
    '--env <NAME=value>',
    'a variable of the Functions; may be given more than once',
    (one: string, all: [string, string][]) => [...all, toVariable(one)],
    [],
  )
  .option('--config <file>', 'JSON that is merged into ui_attributes')
  .option('--seed <file>', 'where everything begins: a contact centre, or what the control page exported')
  .option('--state <file>', 'keeps everything over restarts')
  .option('--flex-features <list>', `some of ${flexFeatures.join(',')}, as an admin turns them on`, toFeatures, [])
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
