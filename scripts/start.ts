import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { ENVIRONMENTS_FOLDER, readEnvironment } from '../flex-config/environment-files';
import { ConfigError } from '../flex-config/config-error';
import { validateConfiguration } from '../flex-config/validate';
import { localParkingFlags } from './local-parking';
import { isPluginBuilt } from './plugin-build';
import { watchPlugin } from './watch-plugin';

const ROOT = join(__dirname, '..');
const CONFIG_FILE = join(ROOT, '.cache', 'ui-attributes.json');
const MIN_NODE_MAJOR = 20;

const BUILT_PLUGIN = 'build/park-interaction.js';

/**
 * `npm start`: builds what changed, then runs the real Flex UI with parking on the local Twilio.
 * `npm start -- --watch`: a change in plugin-src is in open desktops a moment later.
 */
async function start(): Promise<void> {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < MIN_NODE_MAJOR)
    return stop(`Node ${MIN_NODE_MAJOR} or newer is needed; this is ${process.versions.node}.`);
  const problems = writeConfiguration();
  if (problems.length > 0) return stop(...problems);
  if (!run('Building the Functions', 'build:functions')) return;
  if (process.argv.includes('--watch')) {
    const plugin = await watchPlugin(ROOT);
    return startLocalTwilio(plugin.file, plugin.close);
  }
  if (!isPluginBuilt(ROOT) && !run('Building the plugin (about 15 s, only after changes)', 'build:plugin')) return;
  startLocalTwilio(BUILT_PLUGIN);
}

/** The merged local configuration for the local Twilio; returns one line per problem. */
function writeConfiguration(): string[] {
  try {
    const configuration = readEnvironment('local', ENVIRONMENTS_FOLDER);
    const problems = validateConfiguration(configuration);
    if (problems.length > 0) return problems.map(({ path, message }) => `flex-config, local: ${path} ${message}`);
    mkdirSync(join(ROOT, '.cache'), { recursive: true });
    writeFileSync(CONFIG_FILE, JSON.stringify(configuration.ui_attributes ?? {}, null, 2));
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return [error.message];
    throw error;
  }
}

/** Runs a build quietly; its output is shown only when it fails. */
function run(title: string, script: string): boolean {
  console.log(`${title} …`);
  const { status, stdout, stderr } = spawnSync('npm', ['run', '--silent', script], { cwd: ROOT, encoding: 'utf8' });
  if (status === 0) return true;
  stop(`${title} failed:`, `${stdout}\n${stderr}`.slice(-4000));
  return false;
}

/** In a process of its own group membership, so that Ctrl-C reaches it too and it closes everything itself. */
function startLocalTwilio(plugin: string, whenOver: () => Promise<void> = async () => undefined): void {
  const options = ['--plugin', plugin, '--functions', 'serverless-functions/dist', ...localParkingFlags];
  const command = ['--import', 'tsx', 'local-twilio/src/start/cli.ts', 'start', ...options, '--config', CONFIG_FILE];
  const child = spawn(process.execPath, [...command, ...process.argv.slice(2)], { cwd: ROOT, stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
  child.on('exit', (code) => {
    process.exitCode = code ?? 0;
    void whenOver();
  });
}

function stop(...lines: string[]): void {
  for (const line of lines) console.error(line);
  process.exitCode = 1;
}

void start();
