import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import pc from 'picocolors';
import { startLocalTwilio, type LocalTwilio } from '../local-twilio/src/start/index';
import { launchBrowser, type TestBrowser } from '../tests/support/browser';
import { installed } from './flex-smoke/install';
import { assertVersion, SmokeError } from './flex-smoke/versions';
import { FUNCTIONS_DOMAIN, localParking } from './local-parking';
import { visit, type Step } from './flex-smoke/visit';

const ROOT = join(__dirname, '..');
const PLUGIN = join(ROOT, 'build/park-interaction.js');
const FUNCTIONS = join(ROOT, 'serverless-functions/dist');

const parking = {
  ...localParking,
  functionsPort: 0,
  functionsFolder: FUNCTIONS,
  plugins: [PLUGIN],
  uiAttributes: {
    custom_data: {
      serverless_functions_url: `https://${FUNCTIONS_DOMAIN}`,
      features: { park_interaction: { enabled: true, show_list: true } },
    },
  },
} as const;

/** `npm run local:smoke -- 2.16.0 [--plugin]`: another Flex UI on the local Twilio; the exit code is 1 if a step failed. */
async function smoke(version: string, { plugin = false }: { readonly plugin?: boolean }): Promise<void> {
  assertVersion(version);
  if (plugin && !(existsSync(PLUGIN) && existsSync(FUNCTIONS)))
    throw new SmokeError('not-built', 'The plugin and the Functions are not built: npm run build');
  const flexFolder = installed(version);
  const onProgress = (line: string) => console.log(pc.dim(line));
  const local = await startLocalTwilio({ port: 0, flexFolder, onProgress, ...(plugin ? parking : {}) });
  const browser = await launchBrowser();
  try {
    const good = await walk(await visit({ local, browser, withPlugin: plugin }));
    report(local, browser, good);
    process.exitCode = good ? 0 : 1;
    if (!good) await picture(browser, version);
  } finally {
    await browser.close();
    await local.close();
  }
}

/** One line per step; after one that failed there is no next. */
async function walk(steps: readonly Step[]): Promise<boolean> {
  for (const [at, { name, run }] of steps.entries()) {
    try {
      await run();
      console.log(`${pc.green('ok     ')} ${name}`);
    } catch (error) {
      console.log(`${pc.red('failed ')} ${name}: ${error instanceof Error ? error.message : String(error)}`);
      for (const left of steps.slice(at + 1)) console.log(`${pc.dim('not run')} ${left.name}`);
      return false;
    }
  }
  return true;
}

/** Flex logs errors that do no harm, such as those of its login detour: shown only when something failed. */
function report(local: LocalTwilio, { troubles }: TestBrowser, good: boolean): void {
  const list = (title: string, lines: readonly string[]) => {
    if (lines.length > 0) console.log([`${title}:`, ...new Set(lines)].join('\n  '));
  };
  list('Asked, and served by nobody', local.unknownRequests());
  list('Thrown in pages', troubles.pageErrors);
  if (!good) list('Errors in the console', troubles.consoleErrors.map(shortened));
  list('Wanted to leave this machine', troubles.leaks);
}

const SHOWN_CHARACTERS = 300;
const shortened = (text: string): string => text.slice(0, SHOWN_CHARACTERS);

async function picture(browser: TestBrowser, version: string): Promise<void> {
  const file = join(ROOT, `.cache/flex-ui/${version}-failed.png`);
  await browser.pages()[0]?.screenshot({ path: file });
  console.log(`What the agent saw: ${file}`);
}

new Command('local:smoke')
  .description('boots another Flex UI on the local Twilio and works a task in it')
  .argument('<version>', 'of @twilio/flex-ui, such as 2.16.0')
  .option('--plugin', 'with this project’s plugin and Functions: parks and unparks, too')
  .action(smoke)
  .parseAsync()
  .catch((error: unknown) => {
    console.error(error instanceof SmokeError ? pc.red(`${error.code}: ${error.message}`) : error);
    process.exitCode = 1;
  });
